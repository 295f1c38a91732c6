using Participatie.Surveys.Analysis.Tallies;

namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>
/// What the sum gives away of a hidden one among cells that overlap. Everybody who answered is in at least one, so they add up to at least the people who answered, and to at
/// most so many times as one person may choose. Of a ranking somebody who knows that (almost) everybody filled all places knows the sum.
/// </summary>
internal static class OverlappingBounds
{
    public static bool IsExposed(PublicTable table, IReadOnlySet<string> hidden)
    {
        var among = table.Cells.Overlapping.Where(cell => hidden.Contains(cell.Cell)).ToList();
        if (among.Count == 0)
        {
            return false;
        }

        var answered = table.Answered();
        var shown = table.Cells.Overlapping.Where(cell => !hidden.Contains(cell.Cell)).Sum(cell => table.Value(cell.Cell));
        var isRanking = table.Cells.Overlapping.Any(cell => cell.Within is not null);
        var hiddenSum = among.Sum(cell => table.Value(cell.Cell));
        var (least, most) = isRanking ? (hiddenSum, hiddenSum) : (answered - shown, (table.Cells.MostPerPerson * answered) - shown);
        var parts = among.ConvertAll(cell => Part(table, cell, hidden));
        for (var index = 0; index < among.Count; index++)
        {
            var low = Math.Max(parts[index], least - ((among.Count - 1) * answered));
            var high = Math.Min(answered, most - (parts.Sum() - parts[index]));
            if (low >= high || Suppression.IsSmall(high - parts[index]) || Suppression.IsSmall(answered - low))
            {
                return true;
            }
        }

        return false;
    }

    // It is at least as large as the shown part of it.
    private static long Part(PublicTable table, OverlappingCell cell, IReadOnlySet<string> hidden) =>
        cell.Within is { } within && !hidden.Contains(within) ? table.Value(within) : 0;
}
