using System.Collections.Frozen;

namespace Participatie.Surveys.PlainLanguage.Warnings;

/// <summary>A negation in a question; "wel of niet" leaves both ways open and is none.</summary>
internal static class NegatedQuestion
{
    private static readonly FrozenSet<string> Negations =
        new[]
        {
            "niet",
            "geen",
            "nooit",
            "niets",
            "niks",
            "niemand",
            "nergens",
            "geenszins",
            "nauwelijks",
            "evenmin",
            "noch",
        }.ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<Warning> In(Sentence sentence)
    {
        for (var at = 0; sentence is { IsQuestion: true, IsCondition: false } && at < sentence.Words.Count; at++)
        {
            var word = sentence.Words[at];
            if (Negations.Contains(word.Lower)
                && !(at > 0 && word.StartsWithCapital)
                && !(at > 0 && sentence.Words[at - 1].Lower is "of" or "dan")
                && !(at + 2 < sentence.Words.Count && sentence.Words[at + 1].Lower == "of" && sentence.Words[at + 2].Lower == "wel"))
            {
                yield return new Warning(
                    WarningKind.NegatedQuestion,
                    sentence,
                    word.Text,
                    $"Deze vraag heeft een ontkenning: ‘{word.Lower}’. Dan is ‘ja’ of ‘nee’ lastig.",
                    "Draai de vraag om, zonder ontkenning.");
                yield break;
            }
        }
    }
}
