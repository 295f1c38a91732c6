using System.Text.Json;
using Participatie.Surveys.Definition.Json;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Questions.Json;

/// <summary>No two choices of a list look or sound the same: nobody could tell them apart, and their counts would mean nothing.</summary>
internal static class LabelCheck
{
    private static readonly (string Flag, string Words)[] WaysOut = [("dontKnow", "answer.dontknow"), ("ratherNot", "answer.rathernot")];

    public static void Run(JsonObjectReader members, string name, IReadOnlyList<Choice> choices)
    {
        foreach (var tag in InterfaceWords.Tags)
        {
            var before = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (index, choice) in choices.Index())
            {
                if (LikenessIn(choice, tag) is { } likeness && !before.Add(likeness))
                {
                    Report(
                        members,
                        name,
                        index,
                        tag,
                        $"{DocumentProblems.Quote(choice.Text.In(tag).Text)} staat al bij een andere keuze. Geef elk een eigen tekst.");
                }
            }
        }
    }

    /// <summary>"Weet ik niet" as a choice of the author's, and again as the way out.</summary>
    public static void AgainstWaysOut(JsonObjectReader members, string name, IReadOnlyList<Choice> choices)
    {
        foreach (var (flag, key) in WaysOut.Where(way => members.Find(way.Flag) is { ValueKind: JsonValueKind.True }))
        {
            foreach (var (index, choice) in choices.Index())
            {
                if (InterfaceWords.Tags.FirstOrDefault(tag =>
                    LikenessIn(choice, tag) == PerceivedText.Likeness(InterfaceWords.For(tag)[key])) is { } tag)
                {
                    Report(members, name, index, tag, $"Dit staat er al door {flag}. Haal een van de twee weg.");
                }
            }
        }
    }

    /// <summary>Null where nothing stands: that is reported as such.</summary>
    private static string? LikenessIn(Choice choice, string tag) =>
        choice.Text.Has(tag) && PerceivedText.Likeness(choice.Text.In(tag).Text) is { Length: > 0 } likeness ? likeness : null;

    private static void Report(JsonObjectReader members, string name, int index, string tag, string message) =>
        members.DocumentProblems.Add(Pointer.To(Pointer.To(Pointer.To(members.To(name), index), "text"), tag), message);
}
