using Participatie.Surveys.Analysis.Tallies;

namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>
/// Whether the counts of one block of people (everybody, a group, or some groups together) that are shown give away one that is hidden; and if so, among which counts one
/// more must be hidden.
/// </summary>
/// <param name="table">The question.</param>
/// <param name="block">The groups, by their place in <see cref="Splits.Names"/>.</param>
/// <param name="overlapping">The cells that may hold the same person and are shown or hidden here.</param>
internal sealed class Exposure(PublicTable table, IReadOnlyList<int> block, IReadOnlyList<OverlappingCell> overlapping)
{
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
        if (table.Partitions.Count > 1 && IsTooFew(missing) && table.Partitions.FirstOrDefault(cells => cells.Count(isHidden) == missing.Count) is { } open)
        {
            return [.. open.Except(table.Missing)];
        }

        return TellsWhoPassed(missing, isHidden) || OverlapTells(isHidden) || RestTells(missing, isHidden) ? [.. overlapping.Select(cell => cell.Cell)] : null;
    }

    private long Value(string cell) => block.Sum(group => table.Value(cell, group));

    private bool IsTooFew(List<string> hidden) => hidden.Count == 1 || (hidden.Count > 1 && Suppression.IsSmall(hidden.Sum(Value)));

    /// <summary>Everybody who answered is at most so many times in the overlapping cells: these say how many answered at least, so how many passed at most.</summary>
    private bool TellsWhoPassed(List<string> missing, Func<string, bool> isHidden) =>
        missing.Count > 0 && overlapping.Count > 0 && Suppression.IsSmall(MostWhoPassed(missing, isHidden));

    private long MostWhoPassed(List<string> missing, Func<string, bool> isHidden)
    {
        var least = overlapping.Sum(cell => isHidden(cell.Cell) ? Part(cell, isHidden) : Value(cell.Cell));
        var answered = Math.Max((least + table.Cells.MostPerPerson - 1) / table.Cells.MostPerPerson, overlapping.Max(cell => isHidden(cell.Cell) ? 0 : Value(cell.Cell)));
        return Answered + missing.Sum(Value) - answered;
    }

    /// <summary>
    /// Of a ranking: a hidden first count cannot be smaller than what the other hidden ones leave over, each at most its own count in the first three. What is shown of the
    /// first three then leaves too little room for those who put it second or third.
    /// </summary>
    private bool RestTells(List<string> missing, Func<string, bool> isHidden)
    {
        var firsts = overlapping.Where(cell => cell.Within is { } within && isHidden(within)).ToList();
        if (firsts.Count == 0)
        {
            return false;
        }

        var passed = missing.Count == 0 ? 0 : MostWhoPassed(missing, isHidden);
        var sum = firsts.Sum(cell => Value(cell.Within!)) + missing.Sum(Value);
        return firsts.Exists(cell => !isHidden(cell.Cell) && Suppression.IsSmall(
            Value(cell.Cell) - Math.Max(0, sum - passed - firsts.Where(other => other != cell).Sum(other => isHidden(other.Cell) ? Answered : Value(other.Cell)))));
    }

    /// <summary>
    /// Everybody who answered is in at least one, so they add up to at least the people who answered, and to at most so many times as one person may choose. Of a
    /// ranking somebody who takes it that everybody filled all places knows the sum. What is hidden must be free to be no more than its shown part, and to be many more.
    /// </summary>
    private bool OverlapTells(Func<string, bool> isHidden)
    {
        var hidden = overlapping.Where(cell => isHidden(cell.Cell)).ToList();
        if (hidden.Count == 0)
        {
            return false;
        }

        var shown = overlapping.Where(cell => !isHidden(cell.Cell)).Sum(cell => Value(cell.Cell));
        var sum = hidden.Sum(cell => Value(cell.Cell));
        var (least, most) = overlapping.Any(cell => cell.Within is not null) ? (sum, sum) : (Answered - shown, (table.Cells.MostPerPerson * Answered) - shown);
        var parts = hidden.ConvertAll(cell => Part(cell, isHidden));
        return parts.Exists(part =>
            least - ((hidden.Count - 1) * Answered) > part
            || Suppression.IsSmall(Math.Min(Answered, most - (parts.Sum() - part)) - part)
            || Suppression.IsSmall(Answered - part));
    }

    // It is at least as large as the shown part of it.
    private long Part(OverlappingCell cell, Func<string, bool> isHidden) => cell.Within is { } within && !isHidden(within) ? Value(within) : 0;
}
