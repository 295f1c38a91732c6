using Participatie.Surveys.Analysis.Tallies;

namespace Participatie.Surveys.Analysis;

/// <summary>The counts of one question in one population: a number for each cell in each group.</summary>
public sealed class QuestionCounts(QuestionTally question, Breakdowns splits)
{
    private readonly int _cells = question.Cells.Count;
    private readonly long[] _counts = new long[question.Cells.Count * splits.Names.Count];

    public QuestionTally Question => question;

    public Breakdowns Breakdowns => splits;

    public bool IsEmpty => !_counts.AsSpan().ContainsAnyExcept(0L);

    /// <summary>
    /// Index of the group in <see cref="Breakdowns.Names"/> first, then of the cell in <see cref="QuestionTally.Cells"/>.
    /// </summary>
    public long this[int split, int cell]
    {
        get => _counts[(split * _cells) + cell];
        internal set => _counts[(split * _cells) + cell] = value;
    }

    /// <summary>The count by the cell's name; 0 when the question has no such cell.</summary>
    public long In(int split, string cell) => question.CellOf(cell) is var index and >= 0 ? this[split, index] : 0;

    public long In(string cell) => In(0, cell);

    /// <summary>The counts of one group.</summary>
    internal Span<long> Row(int split) => _counts.AsSpan(split * _cells, _cells);

    /// <summary>Counts of the same layout.</summary>
    public void Add(QuestionCounts other, int sign = 1)
    {
        if (other.Question.Id != question.Id || other._counts.Length != _counts.Length)
        {
            throw new InvalidOperationException($"Counts of '{other.Question.Id}' do not fit those of '{question.Id}'.");
        }

        for (var index = 0; index < _counts.Length; index++)
        {
            _counts[index] += sign * other._counts[index];
        }
    }

    /// <summary>Each cell that differs, as "question/group/cell: stored 3, recounted 4".</summary>
    public IEnumerable<string> Differences(QuestionCounts recounted)
    {
        for (var split = 0; split < splits.Names.Count; split++)
        {
            for (var cell = 0; cell < _cells; cell++)
            {
                if (this[split, cell] != recounted[split, cell])
                {
                    yield return $"{question.Id}/{splits.Names[split]}/{question.Cells[cell]}: stored {this[split, cell]}, recounted "
                        + $"{recounted[split, cell]}";
                }
            }
        }
    }
}
