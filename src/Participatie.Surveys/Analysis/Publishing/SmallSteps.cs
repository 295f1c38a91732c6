using Participatie.Surveys.Analysis.Tallies;

namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>
/// Whether a new publication may follow an older one: subtracting the two must not say what a few people answered. So each shown count, each rest that can be worked out and
/// each complement changes by nothing or by at least the threshold, and what was shown stays shown (a hidden one that changes its partner can be pinned down from the two).
/// </summary>
internal static class SmallSteps
{
    public static bool MayFollow(PublicTable before, long responsesBefore, IReadOnlySet<string>? hiddenBefore, PublicTable now, long responses, IReadOnlySet<string>? hidden)
    {
        if (hiddenBefore is null)
        {
            return true;
        }

        if (hidden is null || before.All.Any(cell => !hiddenBefore.Contains(cell) && (hidden.Contains(cell) || !now.All.Contains(cell, StringComparer.Ordinal))))
        {
            return false;
        }

        return !Changes(before, now, hiddenBefore)
            .Append(responses - responsesBefore - (now.Seen() - before.Seen()))
            .Any(Suppression.IsSmallChange);
    }

    private static IEnumerable<long> Changes(PublicTable before, PublicTable now, IReadOnlySet<string> hiddenBefore)
    {
        yield return now.Seen() - before.Seen();
        yield return now.Answered() - before.Answered();
        foreach (var cell in before.All.Where(cell => !hiddenBefore.Contains(cell)))
        {
            yield return Change(cell);
        }

        foreach (var cells in now.Partitions)
        {
            // Also cells that are new: before, nobody could be in them.
            yield return cells.Where(cell => hiddenBefore.Contains(cell) || before.Value(cell) == 0).Sum(Change);
        }

        foreach (var cell in before.Cells.Overlapping.Where(cell => !hiddenBefore.Contains(cell.Cell)))
        {
            yield return now.Answered() - before.Answered() - Change(cell.Cell);
            if (cell.Within is { } within && !hiddenBefore.Contains(within))
            {
                yield return Change(cell.Cell) - Change(within);
            }
        }

        long Change(string cell) => now.Value(cell) - before.Value(cell);
    }
}
