using System.Collections.Frozen;

namespace Participatie.Surveys.PlainLanguage.Warnings;

/// <summary>Where a long compound may be cut: "gemeenteraads-vergadering".</summary>
internal static class SplitCompounds
{
    private const int ShortestPart = 3;

    private static readonly FrozenSet<string> Parts = WordList.Words("word-parts");

    /// <summary>The word with a hyphen at its best cut, or null when no part of it is known.</summary>
    public static string? Cut(string word)
    {
        var best = -1;
        var bestScore = 0;
        for (var at = ShortestPart; at <= word.Length - ShortestPart; at++)
        {
            var left = IsPart(word[..at]) ? at : 0;
            var right = Parts.Contains(word[at..]) ? word.Length - at : 0;

            // Both sides known beats one long one; the end of a compound tells more than its beginning.
            var score = (left > 0 && right > 0 ? 100 : 0) + (left * 2) + (right * 3);
            if (score > bestScore)
            {
                (best, bestScore) = (at, score);
            }
        }

        return best < 0 ? null : $"{word[..best]}-{word[best..]}";
    }

    /// <summary>Known as it stands or without the s or en that joins it to the next part.</summary>
    private static bool IsPart(string left) =>
        Parts.Contains(left)
        || (left.EndsWith('s') && Parts.Contains(left[..^1]))
        || (left.EndsWith("en", StringComparison.Ordinal) && Parts.Contains(left[..^2]));
}
