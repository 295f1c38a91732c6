using System.Collections.Frozen;

namespace Participatie.Surveys.PlainLanguage.Warnings;

/// <summary>"En" or "of" that joins two verbs of a question; joining two nouns is no fault.</summary>
internal static class DoubleQuestion
{
    private static readonly FrozenSet<string> Finite = WordList.Words("finite-verbs");
    private static readonly FrozenSet<string> Verbs = WordList.Words("verbs");
    private static readonly FrozenSet<string> Askers =
        new[]
        {
            "wat",
            "waarom",
            "hoe",
            "wie",
            "welke",
            "welk",
            "waar",
            "wanneer",
            "hoeveel",
            "waarmee",
            "waarvoor",
        }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Subjects =
        new[]
        {
            "u",
            "wij",
            "we",
            "zij",
            "ze",
            "hij",
            "jij",
            "je",
            "die",
            "dat",
            "er",
            "het",
            "men",
            "iemand",
            "uw",
        }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Prefixes =
    [
        "aan", "af", "bij", "door", "in", "mee", "na", "om", "op", "over", "samen", "terug", "toe", "uit", "vast", "voor", "weg",
    ];

    public static bool AsksForMore(WordToken first) => Askers.Contains(first.Lower);

    public static IEnumerable<Warning> In(Sentence sentence)
    {
        var words = sentence.Words;
        for (var at = 1; sentence.IsQuestion && at < words.Count - 1; at++)
        {
            if (words[at].Lower is "en" or "of" && JoinsVerbs(words, at))
            {
                yield return new Warning(
                    WarningKind.DoubleQuestion,
                    sentence,
                    $"{words[at].Text} {words[at + 1].Text}",
                    $"Dit zijn 2 vragen in 1. Het woord ‘{words[at].Lower}’ plakt ze aan elkaar.",
                    "Maak er 2 losse vragen van.");
                yield break;
            }
        }
    }

    private static bool JoinsVerbs(IReadOnlyList<WordToken> words, int at)
    {
        var next = words[at + 1].Lower;
        if (Askers.Contains(next))
        {
            return at >= 2;
        }

        // "... en bent u tevreden": a finite verb before its subject.
        if (at + 2 < words.Count && Subjects.Contains(words[at + 2].Lower)
            && (Finite.Contains(next) || (words[at + 2].Lower == "u" && next.Length > 3 && next[^1] == 't' && next is not ("niet"
                or "omdat" or "zodat"))))
        {
            return true;
        }

        return (IsInfinitive(words, at - 1) && RightEnds(words, at + 1, IsInfinitive))
            || (IsParticiple(words, at - 1) && RightEnds(words, at + 1, IsParticiple));
    }

    /// <summary>
    /// The verb behind "en" stands at once or at the end: "... luisteren en uitleggen", "... knappen en het fietspad verbreden".
    /// </summary>
    private static bool RightEnds(IReadOnlyList<WordToken> words, int first, Func<IReadOnlyList<WordToken>, int, bool> isVerb) =>
        isVerb(words, first) || isVerb(words, words.Count - 1);

    private static bool IsParticiple(IReadOnlyList<WordToken> words, int at) =>
        Participles.Is(words[at].Lower) && !words[at].StartsWithCapital;

    private static bool IsInfinitive(IReadOnlyList<WordToken> words, int at)
    {
        var word = words[at].Lower;
        if (at == 0
            || words[at].StartsWithCapital
            || words[at - 1].Lower is "voor" or "van" or "met" or "bij" or "aan" or "over" or "tussen" or "de" or "het" or "in" or "door")
        {
            return false;
        }

        return Verbs.Contains(word)
            || (word.Length > 6 && word.EndsWith("en", StringComparison.Ordinal) && (word.StartsWith("ver", StringComparison.Ordinal)
                || word.StartsWith("ont", StringComparison.Ordinal)) && !word.EndsWith("ingen", StringComparison.Ordinal))
            || (word.Length > 7 && word.EndsWith("eren", StringComparison.Ordinal) && word is not ("kinderen" or "kleinkinderen"
                or "volkeren"))
            || Prefixes.Any(prefix => word.StartsWith(prefix, StringComparison.Ordinal) && Verbs.Contains(word[prefix.Length..]));
    }
}
