using System.Text.Json;

namespace Participatie.Surveys.Definition.Json;

/// <summary>Reads the plain values of a document.</summary>
internal static class Values
{
    public static string? WordIfAny(this JsonObjectReader members, string name)
    {
        var value = members.Find(name);
        if (value is not { ValueKind: JsonValueKind.String })
        {
            if (value is not null)
            {
                members.ReportUnreadable(name, "Hier hoort tekst tussen aanhalingstekens te staan.");
            }

            return null;
        }

        return value.Value.GetString();
    }

    public static string? Word(this JsonObjectReader members, string name)
    {
        members.Demand(name);
        return members.WordIfAny(name);
    }

    /// <summary>Read as it stands even when its form is wrong, so that what refers to it is still found.</summary>
    public static string Id(this JsonObjectReader members, string name)
    {
        members.Demand(name);
        return members.IdIfAny(name) ?? "";
    }

    public static string? IdIfAny(this JsonObjectReader members, string name)
    {
        var id = members.WordIfAny(name);
        if (id is not null && !Slug.Fits(id))
        {
            members.Report(
                name, $"Gebruik alleen kleine letters, cijfers en streepjes. Begin met een letter. Hooguit {Slug.Longest} tekens.");
        }

        return id;
    }

    public static bool Flag(this JsonObjectReader members, string name)
    {
        var value = members.Find(name);
        if (value is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) })
        {
            members.ReportUnreadable(name, "Hier hoort true of false te staan.");
        }

        return value is { ValueKind: JsonValueKind.True };
    }

    /// <summary>A whole number between bounds; one outside them is reported and read as null.</summary>
    public static int? NumberIfAny(this JsonObjectReader members, string name, int min = int.MinValue, int max = int.MaxValue)
    {
        if (members.Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var number))
        {
            members.ReportUnreadable(name, "Hier hoort een heel getal te staan.");
            return null;
        }

        if (number < min || number > max)
        {
            var message = max == int.MaxValue && number < min
                ? $"Kies hier een getal vanaf {min}."
                : $"Kies hier een getal van {min} tot en met {max}.";
            if (members.DocumentProblems.IsStored && number >= Math.Min(min, 1) && number <= int.MaxValue)
            {
                // Another limit held when it was published.
                members.Report(name, message);
                return (int)number;
            }

            members.ReportUnreadable(name, message);
            return null;
        }

        return (int)number;
    }

    public static int? Number(this JsonObjectReader members, string name, int min = int.MinValue, int max = int.MaxValue)
    {
        members.Demand(name);
        return members.NumberIfAny(name, min, max);
    }

    /// <summary>One of some fixed words; the first one when the member is absent.</summary>
    public static TValue OneOf<TValue>(this JsonObjectReader members, string name, IReadOnlyList<(string Word, TValue Value)> words)
    {
        var word = members.WordIfAny(name);
        var index = words.ToList().FindIndex(pair => pair.Word == word);
        if (word is not null && index < 0)
        {
            members.ReportUnreadable(
                name, $"{DocumentProblems.Quote(word)} kan hier niet. Kies uit: {string.Join(", ", words.Select(pair => pair.Word))}.");
        }

        return words[Math.Max(index, 0)].Value;
    }

    /// <summary>The items of a list with their places.</summary>
    public static IReadOnlyList<(string At, JsonElement Value)> Items(this JsonObjectReader members, string name)
    {
        var value = members.Demand(name);
        if (value is { ValueKind: JsonValueKind.Array } list)
        {
            return [.. list.EnumerateArray().Select((item, index) => (Pointer.To(members.To(name), index), item))];
        }

        if (value is not null)
        {
            members.ReportUnreadable(name, "Hier hoort een lijst tussen blokhaken te staan.");
        }

        return [];
    }

    public static List<string> Strings(this JsonObjectReader members, string name)
    {
        var read = new List<string>();
        foreach (var (at, value) in members.Items(name))
        {
            var word = value.ValueKind == JsonValueKind.String ? value.GetString()! : null;
            if (word is null)
            {
                members.DocumentProblems.AddUnreadable(at, "Hier hoort tekst tussen aanhalingstekens te staan.");
            }
            else if (read.Contains(word, StringComparer.Ordinal))
            {
                members.DocumentProblems.Add(at, $"{DocumentProblems.Quote(word)} staat twee keer in deze lijst. Haal er één weg.");
            }

            // An unreadable item keeps its place, so that later items keep theirs in messages.
            read.Add(word ?? "");
        }

        return read;
    }
}
