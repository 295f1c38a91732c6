using System.Text;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Analysis.Tallies;

/// <summary>
/// How the answers to one question are counted: the cells that it has, and which of them one answer goes into. Counts only, so that a
/// withdrawn answer can be subtracted; means and medians are derived from histograms.
/// </summary>
public abstract class QuestionTally
{
    public const string SeenCell = "$seen";

    public const int Seen = 0;

    /// <summary>Where the reasons for passing over begin, in the order of their numbers.</summary>
    public const int Skipped = 1;

    /// <summary>Where a kind's own cells begin.</summary>
    public const int Own = 4;

    private readonly List<string> _cells = [];
    private readonly Dictionary<string, int> _cellOf = new(StringComparer.Ordinal);

    private protected QuestionTally(string id, string shape)
    {
        (Id, Shape) = (id, shape);
        Utf8Id = Encoding.UTF8.GetBytes(id);
        AddCells([SeenCell, .. PassedOver.Words]);
    }

    public string Id { get; }

    /// <summary>Answers of the same shape can be added up; the same id with another shape is another question.</summary>
    public string Shape { get; }

    /// <summary>
    /// Names of the cells: those that every kind has, then its own. A name of ours starts with a dollar sign, which no id does.
    /// </summary>
    public IReadOnlyList<string> Cells => _cells;

    /// <summary>What of it may be shown in public, before suppression.</summary>
    public abstract PublicCells ForPublic { get; }

    /// <summary>In how many cells one answer is counted at most.</summary>
    public abstract int MostHits { get; }

    /// <summary>Where a kind with bands keeps the sum of the answers; -1 for the others.</summary>
    public virtual int SumCell => -1;

    internal byte[] Utf8Id { get; }

    /// <summary>Writes the cells of one answer and says how many they are.</summary>
    /// <param name="answer">Raw canonical JSON.</param>
    /// <param name="hits">Room for <see cref="MostHits"/>.</param>
    /// <exception cref="InvalidOperationException">The version allows no such answer: the response is damaged.</exception>
    public int Count(ReadOnlySpan<byte> answer, Span<int> hits)
    {
        hits[0] = Seen;
        if (CanonicalReader.IsPassedOver(answer))
        {
            hits[1] = CanonicalReader.ReasonIn(answer) is { } reason ? Skipped + (int)reason : throw Damaged();
            return 2;
        }

        return 1 + CountOwn(answer, hits[1..]);
    }

    /// <summary>What the answer adds to <see cref="SumCell"/>.</summary>
    public virtual long SumOf(ReadOnlySpan<byte> answer) => 0;

    /// <summary>The place of the cell in <see cref="Cells"/>, or -1.</summary>
    public int CellOf(string name) => _cellOf.GetValueOrDefault(name, -1);

    protected abstract int CountOwn(ReadOnlySpan<byte> answer, Span<int> hits);

    protected void AddCells(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            _cellOf.Add(name, _cells.Count);
            _cells.Add(name);
        }
    }

    protected InvalidOperationException Damaged() => new($"A response has an answer to '{Id}' that its version does not allow.");

    protected static byte[][] Utf8Ids(IEnumerable<Choice> choices) => [.. choices.Select(choice => Encoding.UTF8.GetBytes(choice.Id))];

    protected int Find(byte[][] ids, ReadOnlySpan<byte> id)
    {
        for (var index = 0; index < ids.Length; index++)
        {
            if (id.SequenceEqual(ids[index]))
            {
                return index;
            }
        }

        throw Damaged();
    }
}
