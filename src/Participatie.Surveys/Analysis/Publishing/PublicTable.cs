using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Answering;

namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>The public cells of one question with their values, before suppression.</summary>
public sealed class PublicTable
{
    private readonly QuestionCounts _counts;

    public PublicTable(QuestionCounts counts, IReadOnlyCollection<string> offeredMissing)
    {
        _counts = counts;
        Cells = counts.Question.ForPublic;
        // A reason that is not offered is no cell: nobody could have given it. Paper may still hold one.
        Missing = [.. PassedOver.Words.Where(cell => offeredMissing.Contains(cell) || counts.In(cell) != 0)];
        Partitions = [.. Cells.Partitions.Select(own => (IReadOnlyList<string>)[.. own.Where(Occurs), .. Missing])];
    }

    public PublicCells Cells { get; }

    /// <summary>The reasons for which an answer may be missing.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Everybody who saw the question is in exactly one cell of each.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Partitions { get; }

    /// <summary>The cells that a protected table may show.</summary>
    public IEnumerable<string> All => Partitions.SelectMany(cells => cells).Concat(Cells.Overlapping).Distinct(StringComparer.Ordinal);

    public Breakdowns Breakdowns => _counts.Breakdowns;

    public long Seen(int split = 0) => _counts[split, QuestionTally.Seen];

    public long Answered(int split = 0) => Seen(split) - PassedOver.Words.Sum(cell => _counts.In(split, cell));

    public long Value(string cell, int split = 0)
    {
        if (cell == PublicCells.Answered)
        {
            return Answered(split);
        }

        return Cells.Summed.TryGetValue(cell, out var parts) ? parts.Sum(part => _counts.In(split, part)) : _counts.In(split, cell);
    }

    /// <summary>Who answered and is neither in this overlapping cell nor in one that excludes it.</summary>
    public long Others(string cell, int split = 0) =>
        Answered(split) - Value(cell, split) - Cells.Alone.Where(alone => !Cells.Alone.Contains(cell)).Sum(alone => Value(alone, split));

    /// <summary>An exact mean of numbers that are counted in bands bounds how many are in a band that is hidden.</summary>
    public bool MeasuresTell(Func<string, bool> shows) =>
        Cells.Measured.Any(measured => measured.Sum is not null) && !Partitions[0].Except(Missing).All(shows);

    public Histogram Histogram(MeasuredCells measured, params IEnumerable<int> splits) =>
        new([.. measured.Bars.Select(bar => (bar.Value, splits.Sum(split => _counts.In(split, bar.Cell))))]);

    /// <summary>The exact sum of the answers, of kinds that keep one.</summary>
    public long? Sum(MeasuredCells measured, int split = 0) => measured.Sum is { } cell ? _counts.In(split, cell) : null;

    private bool Occurs(string cell) => !Cells.LeftOutWhenEmpty.Contains(cell) || _counts.In(cell) != 0;
}
