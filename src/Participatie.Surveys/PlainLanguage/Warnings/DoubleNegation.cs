using System.Collections.Frozen;

namespace Participatie.Surveys.PlainLanguage.Warnings;

/// <summary>Two negations of which one lies in the other's reach, or one with an exception: "niet … tenzij".</summary>
internal static class DoubleNegation
{
    private static readonly FrozenSet<string> Negations =
        new[] { "niet", "geen", "nooit", "niets", "niks", "niemand", "nergens", "geenszins" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Exceptions = new[]
    {
        "tenzij",
        "behalve",
        "uitgezonderd",
        "mits",
        "zonder",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Refusals =
        new[]
        {
            "ontbreekt",
            "ontbreken",
            "voorkomen",
            "voorkomt",
            "voorkom",
            "vermijden",
            "weigert",
            "weigeren",
            "ontkent",
            "ontkennen",
            "verhinderen",
            "verhindert",
        }.ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<Warning> In(Sentence sentence)
    {
        var words = sentence.Words;
        var negation = -1;
        var second = -1;
        var turned = -1;
        for (var at = 0; at < words.Count && second < 0; at++)
        {
            var word = words[at].Lower;
            if (Negations.Contains(word) && !IsNotOnly(words, at))
            {
                second = negation >= 0 && !StandsApart(sentence, negation, at) ? at : turned >= 0 ? at : -1;
                negation = second < 0 ? at : negation < 0 ? turned : negation;
            }
            else if (Exceptions.Contains(word) || Refusals.Contains(word))
            {
                second = negation >= 0 ? at : -1;
                turned = turned < 0 ? at : turned;
            }
            else if (negation == at - 1 && at > 0 && words[negation].Lower is "niet" or "nooit" && IsTurned(word) && !IsBalanced(words, at))
            {
                second = at;
            }
        }

        if (second >= 0)
        {
            yield return new Warning(
                WarningKind.DoubleNegation,
                sentence,
                $"{words[negation].Text} … {words[second].Text}",
                "Deze zin ontkent 2 keer. Of hij ontkent en noemt dan een uitzondering.",
                "Zeg wat wel kan: ‘U mag meedoen als u 18 jaar bent’.");
        }
    }

    /// <summary>"niet onbelangrijk"; not "niet onderweg", "niet ontvangen", "niet online".</summary>
    private static bool IsTurned(string word) =>
        word.Length > 5
        && word.StartsWith("on", StringComparison.Ordinal)
        && !word.StartsWith("onder", StringComparison.Ordinal)
        && !word.StartsWith("ons", StringComparison.Ordinal)
        && !word.StartsWith("onz", StringComparison.Ordinal)
        && word is not ("online" or "ongeveer" or "onlangs")
        && (!word.StartsWith("ont", StringComparison.Ordinal) || word.StartsWith("ontevreden", StringComparison.Ordinal)
            || word.StartsWith("ontoegankelijk", StringComparison.Ordinal));

    /// <summary>"niet eens, niet oneens", the middle of a scale.</summary>
    private static bool IsBalanced(IReadOnlyList<WordToken> words, int at) =>
        at >= 3 && words[at - 3].Lower == "niet" && words[at].Lower == "on" + words[at - 2].Lower;

    private static bool IsNotOnly(IReadOnlyList<WordToken> words, int at) =>
        words[at].Lower == "niet" && at + 1 < words.Count && words[at + 1].Lower is "alleen" or "ongeveer";

    /// <summary>"Geen bus en geen trein", "niet eens, niet oneens": side by side, neither turns the other.</summary>
    private static bool StandsApart(Sentence sentence, int first, int second)
    {
        for (var at = first + 1; at < second; at++)
        {
            if (sentence.Words[at].Lower is "en" or "of" or "maar" or "ook" or "want")
            {
                return true;
            }
        }

        return sentence.Between(second - 1, second).IndexOfAny(",;:") >= 0;
    }
}
