using System.Globalization;
using Participatie.Surveys.Definition.Json;
using Participatie.Surveys.Language;

namespace Participatie.Web.Pages.Definition.Desk;

/// <summary>Says where in a document something stands: "Vraag 3, antwoord 2, tekst in makkelijk Nederlands".</summary>
internal sealed class PlaceInWords(InterfaceWords words, IReadOnlyList<int?> questionNumbers)
{
    private const string Questions = "questions";
    private const string Key = "staff.place.";

    /// <summary>Lists whose items are counted, with the word for one of them.</summary>
    private static readonly string[] Lists = [Questions, "choices", "statements", "words", "languages", "isAnyOf"];

    private readonly HashSet<string> _keys = [.. words.Keys];

    /// <param name="document">In which the places are.</param>
    /// <param name="words">Of the page.</param>
    public static PlaceInWords For(string document, InterfaceWords words) => new(words, QuestionNumbers.Of(document));

    /// <param name="pointer">JSON pointer into the document; empty for the whole.</param>
    public string Of(string pointer)
    {
        var parts = Pointer.Parts(pointer);
        if (parts.Count == 0)
            return words["staff.place.whole"];
        var said = new List<string>();
        for (var at = 0; at < parts.Count; at++)
        {
            var next = at + 1 < parts.Count ? parts[at + 1] : null;
            if (at == 0 && parts[0] == Questions && IndexOf(next) is { } question)
            {
                said.Add(Question(question));
                at++;
            }
            else if (Lists.Contains(parts[at], StringComparer.Ordinal) && IndexOf(next) is { } item)
            {
                said.Add(words.Format($"{Key}item.{parts[at]}", item + 1));
                at++;
            }
            else if (InterfaceWords.Tags.Contains(parts[at], StringComparer.Ordinal) && said.Count > 0)
            {
                said[^1] += " " + In(parts[at]);
            }
            else
            {
                said.Add(Member(at > 0 && parts[0] == "charter" && at == 1 ? "charter." + parts[at] : parts[at]));
            }
        }

        var sentence = string.Join(", ", said);
        return char.ToUpper(sentence[0], words.Culture) + sentence[1..];
    }

    /// <summary>"in makkelijk Nederlands".</summary>
    public string In(string language) => _keys.Contains($"staff.in.{language}")
        ? words[$"staff.in.{language}"]
        : words.Format("staff.in", InterfaceWords.For(language)["language.name"]);

    private string Question(int index) =>
        index < questionNumbers.Count && questionNumbers[index] is null
            ? questionNumbers.Take(index).LastOrDefault(number => number is not null) is { } before
                ? words.Format("staff.place.information", before)
                : words["staff.place.information.first"]
            : words.Format("staff.place.number", index < questionNumbers.Count ? questionNumbers[index]! : index + 1);

    private string Member(string name) => _keys.Contains(Key + name) ? words[Key + name] : words.Format("staff.place.member", Short(name));

    private static string Short(string name) => name.Length <= 40 ? name : name[..40] + "…";

    private static int? IndexOf(string? part) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
}
