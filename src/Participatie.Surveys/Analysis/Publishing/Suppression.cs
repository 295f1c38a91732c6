using Participatie.Surveys.Analysis.Tallies;

namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>
/// Which counts of one question may not be shown to everybody. Counts under the threshold are hidden (none included: "nobody" says something about each), and so
/// many others with them that nobody can work them out: after Hundepool and others, "Statistical Disclosure Control" (2012), chapter 4. What is kept: for each hidden count, everything
/// shown leaves room for more than one value, and for one that is not small.
/// </summary>
public static class Suppression
{
    public const int Threshold = 10;

    /// <param name="table">The counts.</param>
    /// <param name="responses">How many responses there are in the population; those who did not see the question are a group too.</param>
    /// <param name="hiddenBefore">Hidden when it was last published: preferred when another one must be hidden, so that the choice does not jump.</param>
    /// <returns>The hidden cells; null when nothing may be shown at all.</returns>
    public static IReadOnlySet<string>? Hidden(PublicTable table, long responses, IReadOnlySet<string> hiddenBefore)
    {
        var notShown = responses - table.Seen();
        if (table.Seen() < Threshold || notShown is > 0 and < Threshold)
        {
            return null;
        }

        var hidden = table.Partitions.SelectMany(cells => cells).Where(cell => IsSmall(table.Value(cell))).ToHashSet(StringComparer.Ordinal);
        foreach (var cell in table.Cells.Overlapping.Where(cell => IsTelling(table, cell, hidden)))
        {
            hidden.Add(cell.Cell);
        }

        var exposure = new Exposure(table, [0], table.Cells.Overlapping);
        while (exposure.Among(hidden.Contains) is { } among)
        {
            var next = among.Where(cell => !hidden.Contains(cell))
                .OrderBy(cell => !hiddenBefore.Contains(cell))
                .ThenBy(cell => table.Value(cell))
                .FirstOrDefault();
            if (next is null)
            {
                return null;
            }

            hidden.Add(next);
        }

        return hidden;
    }

    public static bool IsSmall(long count) => count < Threshold;

    /// <summary>A change that would say what a few people did: a few more or fewer.</summary>
    public static bool IsSmallChange(long change) => change != 0 && Math.Abs(change) < Threshold;

    // Both who is in it and who is not; and of a ranking those who put it second or third.
    private static bool IsTelling(PublicTable table, OverlappingCell cell, HashSet<string> hidden)
    {
        var value = table.Value(cell.Cell);
        return IsSmall(value)
            || IsSmall(table.Answered() - value)
            || (cell.Within is { } within && !hidden.Contains(within) && IsSmall(value - table.Value(within)));
    }
}
