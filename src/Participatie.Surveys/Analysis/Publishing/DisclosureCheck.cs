namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>
/// Whether the counts of one block of people (everybody, a group, or some groups together) that are shown give away one that is hidden; and
/// if so, among which counts one more must be hidden.
/// </summary>
/// <param name="table">The question.</param>
/// <param name="block">The groups, by their place in <see cref="Breakdowns.Names"/>.</param>
/// <param name="total">How many people of all groups together are known to be in a cell; everybody's count is no limit of itself.</param>
internal sealed class DisclosureCheck(PublicTable table, IReadOnlyList<int> block, Func<string, long> total)
{
    private IReadOnlyList<string> Overlapping => table.Cells.Overlapping;

    private IReadOnlyList<string> Alone => table.Cells.Alone;

    private IEnumerable<string> Together => Overlapping.Except(Alone);

    private long Answered => block.Sum(table.Answered);

    /// <returns>Null when what is hidden is safe.</returns>
    public IReadOnlyList<string>? Among(Func<string, bool> isHidden)
    {
        var missing = table.Missing.Where(isHidden).ToList();
        foreach (var cells in table.Partitions)
        {
            var hidden = cells.Where(isHidden).ToList();
            if (IsTooFew(hidden) || (table.Partitions.Count > 1 && IsTooFew([.. hidden.Except(missing)])))
            {
                return cells;
            }
        }

        // Statements share those who passed over them all: one that shows everything else says how many they are.
        if (table.Partitions.Count > 1
            && IsTooFew(missing)
            && table.Partitions.FirstOrDefault(cells => cells.Count(isHidden) == missing.Count) is { } open)
        {
            return [.. open.Except(table.Missing)];
        }

        return TellsWhoPassed(missing, isHidden) || OverlapTells(isHidden) ? Overlapping : null;
    }

    private long Value(string cell) => block.Sum(group => table.Value(cell, group));

    private bool IsTooFew(List<string> hidden) => hidden.Count == 1 || (hidden.Count > 1 && Suppression.IsSmall(hidden.Sum(Value)));

    /// <summary>
    /// Everybody who answered is at most so many times in the overlapping cells: these say how many answered at least, so how many passed
    /// at most.
    /// </summary>
    private bool TellsWhoPassed(List<string> missing, Func<string, bool> isHidden) =>
        missing.Count > 0 && Overlapping.Count > 0 && Suppression.IsSmall(MostWhoPassed(missing, isHidden));

    private long MostWhoPassed(List<string> missing, Func<string, bool> isHidden) =>
        Answered + missing.Sum(Value) - Alone.Where(cell => !isHidden(cell)).Sum(Value) - LeastTogether(isHidden);

    /// <summary>
    /// How many people at least are in the cells that go together: nobody is in more of these than one may choose, and nobody twice in one.
    /// </summary>
    private long LeastTogether(Func<string, bool> isHidden)
    {
        var shown = Together.Where(cell => !isHidden(cell)).Select(Value).ToList();
        return Math.Max((shown.Sum() + table.Cells.MostPerPerson - 1) / table.Cells.MostPerPerson, shown.DefaultIfEmpty().Max());
    }

    /// <summary>
    /// Everybody who answered is in at least one, so they add up to at least the people who answered, and those that go together to at most
    /// so many times as one person may choose. What is hidden must be free to be nobody, and to be many.
    /// </summary>
    private bool OverlapTells(Func<string, bool> isHidden)
    {
        var hidden = Overlapping.Where(isHidden).ToList();
        var others = Answered - Alone.Where(cell => !isHidden(cell)).Sum(Value);
        var shown = Together.Where(cell => !isHidden(cell)).Sum(Value);
        var room = hidden.Sum(Most);
        return hidden.Exists(cell => others - shown > room - Most(cell))
            || (hidden.Exists(Alone.Contains) && Suppression.IsSmall(others - LeastTogether(isHidden)))
            || (!hidden.TrueForAll(Alone.Contains) && Suppression.IsSmall(Math.Min(others, (table.Cells.MostPerPerson * others) - shown)));

        long Most(string cell) => Math.Min(others, total(cell));
    }
}
