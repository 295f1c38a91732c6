using System.Text.Json;
using Participatie.Surveys.Definition.Json;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Comparing;

/// <summary>Compares two JSON elements that stand at the same place of two documents.</summary>
/// <param name="found">Gets what differs.</param>
internal sealed class ElementComparison(List<Difference> found)
{
    private const string Schema = "$schema";
    private const string Text = "text";
    private const string Word = "word";

    private static JsonElement Absent => default;

    public void Compare(JsonElement before, string beforeAt, JsonElement after, string afterAt)
    {
        if (IsText(before) ? IsText(after) || IsAbsent(after) : IsAbsent(before) && IsText(after))
        {
            CompareTexts(before, beforeAt, after, afterAt);
        }
        else if (before.ValueKind == JsonValueKind.Object && after.ValueKind == JsonValueKind.Object)
        {
            CompareMembers(before, beforeAt, after, afterAt);
        }
        else if (before.ValueKind == JsonValueKind.Array && after.ValueKind == JsonValueKind.Array
            && KeysOf(before) is { } old && KeysOf(after) is { } now && old.Count + now.Count > 0)
        {
            CompareLists(new KeyedList(before, old, beforeAt), new KeyedList(after, now, afterAt));
        }
        else if (IsAbsent(before) || IsAbsent(after) || !JsonElement.DeepEquals(before, after))
        {
            found.Add(new Difference(DifferenceKind.Changed, beforeAt, afterAt, Said(before), Said(after)));
        }
    }

    private void CompareMembers(JsonElement before, string beforeAt, JsonElement after, string afterAt)
    {
        foreach (var name in NamesOf(after).Union(NamesOf(before), StringComparer.Ordinal))
        {
            // Where the schema stands is no part of what is asked.
            if (beforeAt.Length == 0 && name == Schema)
            {
                continue;
            }

            var (old, now) = (Member(before, name), Member(after, name));
            Compare(old, Pointer.To(beforeAt, name), now, Pointer.To(afterAt, name));
        }
    }

    private void CompareTexts(JsonElement before, string beforeAt, JsonElement after, string afterAt)
    {
        foreach (var tag in InterfaceWords.Tags)
        {
            var (old, now) = (Said(Member(before, tag)), Said(Member(after, tag)));
            if (old != now)
            {
                found.Add(
                    new Difference(DifferenceKind.Reworded, Pointer.To(beforeAt, tag), Pointer.To(afterAt, tag), old, now)
                    {
                        Language = tag,
                    });
            }
        }
    }

    private void CompareLists(KeyedList before, KeyedList after)
    {
        var oldPlaces = before.Places();
        var stays = Order.Kept([.. after.Keys.Select(key => oldPlaces.GetValueOrDefault(key, -1))]);
        var left = new HashSet<string>(after.Keys, StringComparer.Ordinal);
        var next = 0;
        for (var place = 0; place < after.Keys.Count; place++)
        {
            // What is gone stands where it stood: before the first item behind it that is still there.
            if (oldPlaces.TryGetValue(after.Keys[place], out var was) && stays.Contains(place))
            {
                AddGone(before, next, was, left);
                next = was + 1;
            }

            var (item, at) = after.Item(place);
            if (!oldPlaces.TryGetValue(after.Keys[place], out was))
            {
                found.Add(new Difference(DifferenceKind.New, null, at, "", NameOf(item)));
                continue;
            }

            var (old, oldAt) = before.Item(was);
            if (!stays.Contains(place))
            {
                found.Add(new Difference(DifferenceKind.Moved, oldAt, at, NameOf(old), NameOf(item)));
            }

            Compare(old, oldAt, item, at);
        }

        AddGone(before, next, before.Keys.Count, left);
    }

    private void AddGone(KeyedList before, int from, int to, HashSet<string> left)
    {
        for (var place = from; place < to; place++)
        {
            if (!left.Contains(before.Keys[place]))
            {
                var (item, at) = before.Item(place);
                found.Add(new Difference(DifferenceKind.Gone, at, null, NameOf(item), ""));
            }
        }
    }

    /// <summary>What tells the items of a list apart; null when something else does than a name of their own.</summary>
    private static List<string>? KeysOf(JsonElement list)
    {
        var keys = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in list.EnumerateArray())
        {
            if (KeyOf(item) is not { } key || !seen.Add(key))
            {
                return null;
            }

            keys.Add(key);
        }

        return keys;
    }

    /// <summary>The id of a question, a choice or a statement, and of an explained word the word.</summary>
    private static string? KeyOf(JsonElement item) =>
        item.ValueKind != JsonValueKind.Object ? null
            : Member(item, "id") is { ValueKind: JsonValueKind.String } id ? id.GetString()
            : Member(item, Word) is { ValueKind: JsonValueKind.Object } word && !IsAbsent(Member(word, Languages.Dutch))
                ? Said(Member(word, Languages.Dutch))
                : null;

    /// <summary>What an item of a list says first, in Dutch.</summary>
    private static string NameOf(JsonElement item) =>
        new[] { Text, Word }.Select(name => Member(item, name)).Where(IsText).Select(text => Said(Member(text, Languages.Dutch)))
            .FirstOrDefault(words => words.Length > 0) ?? KeyOf(item) ?? "";

    private static bool IsText(JsonElement element) => element.ValueKind == JsonValueKind.Object
        && element.EnumerateObject() is var members
        && members.Any()
        && members.All(member => member.Value.ValueKind == JsonValueKind.String
            && InterfaceWords.Tags.Contains(member.Name, StringComparer.Ordinal));

    private static bool IsAbsent(JsonElement element) => element.ValueKind == JsonValueKind.Undefined;

    private static IEnumerable<string> NamesOf(JsonElement item) => item.EnumerateObject().Select(member => member.Name);

    private static JsonElement Member(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) ? value : Absent;

    private static string Said(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Undefined => "",
        JsonValueKind.String => PerceivedText.Composed(element.GetString()!),
        _ => element.GetRawText(),
    };

    private sealed record KeyedList(JsonElement List, IReadOnlyList<string> Keys, string At)
    {
        private readonly JsonElement[] _items = [.. List.EnumerateArray()];

        public (JsonElement Item, string At) Item(int place) => (_items[place], Pointer.To(At, place));

        public Dictionary<string, int> Places() =>
            Keys.Select((key, place) => (key, place)).ToDictionary(pair => pair.key, pair => pair.place, StringComparer.Ordinal);
    }
}
