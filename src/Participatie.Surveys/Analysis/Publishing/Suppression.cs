namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>
/// Which counts of a question about the person may not be shown to everybody. Counts under the threshold are hidden (none included:
/// "nobody" says something about each), and so many others with them that nobody can work them out: after Hundepool and others,
/// "Statistical Disclosure Control" (2012), chapter 4. What is kept: for each hidden count, everything shown leaves room for more than one
/// value, and for one that is not small.
/// </summary>
public static class Suppression
{
    public const int Threshold = 10;

    /// <param name="table">The counts.</param>
    /// <param name="notShown">How many did not see the question because of what they answered: they are a group too.</param>
    /// <returns>The hidden cells; null when nothing may be shown at all.</returns>
    public static IReadOnlySet<string>? Hidden(PublicTable table, long notShown)
    {
        if (table.Seen() < Threshold || notShown is > 0 and < Threshold)
        {
            return null;
        }

        var hidden = table.Partitions.SelectMany(cells => cells).Where(cell => IsSmall(table.Value(cell)))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var cell in table.Cells.Overlapping.Where(cell => IsSmall(table.Value(cell)) || IsSmall(table.Others(cell))))
        {
            // Both who is in it and who is not.
            hidden.Add(cell);
        }

        var disclosure = new DisclosureCheck(table, [0], _ => long.MaxValue);
        while (disclosure.Among(hidden.Contains) is { } among)
        {
            if (among.Where(cell => !hidden.Contains(cell)).MinBy(cell => table.Value(cell)) is not { } next)
            {
                return null;
            }

            hidden.Add(next);
        }

        return hidden;
    }

    public static bool IsSmall(long count) => count < Threshold;

    /// <summary>A difference that is a few people: some, and fewer than the threshold.</summary>
    public static bool IsSmallChange(long change) => change != 0 && Math.Abs(change) < Threshold;
}
