using System.Collections.Frozen;

namespace Participatie.Surveys.PlainLanguage.Warnings;

/// <summary>A verb made into a noun before "van": "het verbeteren van", "de verbetering van".</summary>
internal static class Nominalisation
{
    private static readonly FrozenSet<string> Things = WordList.Words("actual-things");
    private static readonly string[] Ends = [.. Things.Where(thing => thing[0] == '*').Select(thing => thing[1..])];
    private static readonly FrozenSet<string> Neuter = WordList.Words("neuter-nouns");

    public static IEnumerable<Warning> In(Sentence sentence)
    {
        var words = sentence.Words;
        for (var at = 1; at < words.Count; at++)
        {
            if (words[at].Lower == "van" && (IsAction(words[at - 1]) || IsInfinitive(words, at - 1)))
            {
                yield return new Warning(
                    WarningKind.Nominalisation,
                    sentence,
                    $"{words[at - 1].Text} van",
                    $"‘{words[at - 1].Text}’ is een werkwoord als naam. Dat leest zwaar.",
                    $"Gebruik het werkwoord ‘{VerbOf(words[at - 1].Lower)}’. En zeg wie het doet.");
            }
        }
    }

    /// <summary>"verbetering" and "verbeteringen" come from "verbeteren"; an infinitive is its own verb.</summary>
    private static string VerbOf(string noun) =>
        noun.EndsWith("ingen", StringComparison.Ordinal) ? noun[..^5] + "en" : noun
            .EndsWith("ing", StringComparison.Ordinal) ? noun[..^3] + "en" : noun;

    private static bool IsAction(WordToken word)
    {
        var noun = word.Lower.EndsWith("ingen", StringComparison.Ordinal) ? word.Lower[..^2] : word.Lower;
        return noun.Length > 5 && noun.EndsWith("ing", StringComparison.Ordinal) && !word.StartsWithCapital && !IsThing(noun);
    }

    private static bool IsThing(string noun) =>
        Things.Contains(noun) || Array.Exists(Ends, end => noun.EndsWith(end, StringComparison.Ordinal));

    /// <summary>"het bouwen", "het snel bouwen", "het in stand houden"; not "het leven", not "het plein met bomen".</summary>
    private static bool IsInfinitive(IReadOnlyList<WordToken> words, int at)
    {
        var word = words[at].Lower;
        if (Neuter.Contains(word)
            || !(word is "doen" or "gaan" or "staan" or "zien" or "slaan" || (word.Length >= 5
                && word.EndsWith("en", StringComparison.Ordinal))))
        {
            return false;
        }

        return (at >= 1 && words[at - 1].Lower == "het")
            || (at >= 2 && words[at - 2].Lower == "het" && (words[at - 1].Lower is "niet" or "snel" or "beter" or "goed" or "verder"
                or "samen" || words[at - 1].Lower.EndsWith("ig", StringComparison.Ordinal)))
            || (at >= 3 && words[at - 3].Lower == "het" && words[at - 2].Lower is "in" or "ter" or "te" or "op");
    }
}
