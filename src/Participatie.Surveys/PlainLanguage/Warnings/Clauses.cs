using System.Buffers;
using System.Collections.Frozen;

namespace Participatie.Surveys.PlainLanguage.Warnings;

/// <summary>A sentence cut at its marks and at words that begin a clause; good enough to keep two verbs apart.</summary>
internal static class Clauses
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(",;:()–—");

    private static readonly FrozenSet<string> Beginnings =
        new[]
        {
            "maar",
            "want",
            "dus",
            "omdat",
            "als",
            "toen",
            "terwijl",
            "wanneer",
            "zodat",
            "voordat",
            "nadat",
            "zodra",
            "waar",
            "waarin",
            "waarop",
            "waarmee",
            "die",
            "dat",
        }
            .ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<(int Start, int End)> In(Sentence sentence)
    {
        var start = 0;
        for (var at = 1; at < sentence.Words.Count; at++)
        {
            if (sentence.Between(at - 1, at).IndexOfAny(Marks) >= 0 || BeginsClause(sentence.Words, at))
            {
                yield return (start, at);
                start = at;
            }
        }

        if (start < sentence.Words.Count)
        {
            yield return (start, sentence.Words.Count);
        }
    }

    /// <summary>Behind a verb "dat" and "die" point at something: "Wordt dat huis gebouwd?".</summary>
    private static bool BeginsClause(IReadOnlyList<WordToken> words, int at) =>
        Beginnings.Contains(words[at].Lower)
        && !(words[at].Lower is "dat" or "die" or "als" or "dus" && words[at - 1].Lower is "wordt" or "worden" or "werd" or "werden"
            or "is" or "zijn" or "was" or "waren");
}
