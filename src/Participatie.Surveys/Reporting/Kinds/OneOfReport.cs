using System.Text;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.Export.Columns;
using Participatie.Surveys.Reporting.Results;
using Participatie.Surveys.Reporting.Summary;

namespace Participatie.Surveys.Reporting.Kinds;

/// <summary>How often each choice was chosen; a column with its id, and one with what was written beside it.</summary>
/// <param name="together">The sentence that names several choices together: how many are happy, how many agree.</param>
/// <param name="added">Their ids.</param>
internal sealed class OneOfReport<TQuestion>(string? together = null, params string[] added) : KindReport<TQuestion>
    where TQuestion : OneOfQuestion
{
    protected override IEnumerable<string> Parts(TQuestion question) => [Whole, .. OtherColumn.Parts(question)];

    public override string? ChoiceOf(string part) => OtherColumn.Is(part) ? OtherColumn.ChoiceOf(part) : null;

    public override ColumnType ColumnTypeOf(Question question, string part) => OtherColumn.ColumnTypeOf(part);

    public override IEnumerable<string> Coded(Question question) => ((TQuestion)question).Choices.Select(choice => choice.Id);

    protected override AnswerWriter Writer(TQuestion question, ColumnGroup group, Cells cells) =>
        new IdWriter(question, group, cells);

    protected override string Describe(TQuestion question, string part) =>
        OtherColumn.Is(part) ? OtherColumn.Describe(question) : question.Text.Dutch;

    protected override IEnumerable<(string Value, string Meaning)> Values(TQuestion question, string part) => OtherColumn.Is(part)
        ? [AnyText]
        : question.Choices.Select(choice => (choice.Id, choice.Text.Dutch));

    public override IEnumerable<MissingCode> MoreCodes(Question question, string part) => OtherColumn.MoreCodes(question, part);

    protected override ResultTable Table(TQuestion question, ResultSource source) => new(
        [source.Wording["column.answer"], source.Wording["column.count"]],
        [.. question.Choices.Select(choice => new ResultRow(source.Wording.Label(choice.Text), [source.Cell(choice.Id)]))]);

    protected override string Sentence(TQuestion question, ResultSource source)
    {
        var counts = added.Select(source.Published.Count).ToList();
        if (together is not null && counts.TrueForAll(count => count is not null))
        {
            return source.Wording.CountedShare(together, counts.Sum()!.Value, source.Seen);
        }

        var (cells, highest, isHighest) = source.Highest([.. question.Choices.Select(choice => choice.Id)]);
        return HighestSentence.Of(
            question.Choices, cells, source.Wording.Share(highest, source.Seen), isHighest, source.Wording, "most", "chosen");
    }

    public override SummedCells? Summed(Question question) =>
        together is null ? null : new SummedCells(added, string.Join("-of-", added.AsEnumerable().Reverse()));

    protected override IEnumerable<Finding> Findings(TQuestion question, ResultSource source)
    {
        var ordered = Ordered(question, source);
        if (ordered.Count == 0)
            yield break;
        var (first, most) = ordered[0];
        var sum = together is null ? 0 : added.Sum(cell => source.Published.Count(cell) ?? 0);
        yield return new Finding(
            FindingKind.Majority,
            (double)Math.Max(most, sum) / source.Seen,
            together is null || sum >= most
                ? Sentence(question, source)
                : source.Wording.Say("most", source.Wording.Quote(first.Text), source.Wording.Share(most, source.Seen)));
        // On a scale neighbours are always close.
        if (together is null && ordered.Count > 1 && most - ordered[1].Count <= ChooseFindings.Close * source.Seen)
            yield return new Finding(
                FindingKind.CloseCall,
                1 - ((double)(most - ordered[1].Count) / source.Seen),
                $"{Chosen(first, most, source)} {Chosen(ordered[1].Choice, ordered[1].Count, source)}");
    }

    protected override Minority? Minority(TQuestion question, ResultSource source) =>
        Ordered(question, source).Skip(together is null ? 1 : 0)
            .FirstOrDefault(other => other.Count > 0 && !added.Contains(other.Choice.Id))
            is ({ } choice, var count)
            ? new Minority("chosen", source.Wording.Share(count, source.Seen), count, choice.Text)
            : null;

    /// <summary>What was chosen, the most often first; nothing when some of it is hidden or nobody chose.</summary>
    private static List<(Choice Choice, long Count)> Ordered(TQuestion question, ResultSource source)
    {
        var counts = question.Choices.Select(choice => (Choice: choice, Count: source.Published.Count(choice.Id) ?? -1))
            .OrderByDescending(one => one.Count).ToList();
        return counts is [{ Count: > 0 }, ..] && counts[^1].Count >= 0 ? counts : [];
    }

    private static string Chosen(Choice choice, long count, ResultSource source) =>
        source.Wording.Say("chosen", source.Wording.Quote(choice.Text), source.Wording.Share(count, source.Seen));

    protected override IReadOnlyList<TableCell> Cells(TQuestion question) => TableCell.Of(question.Choices);

    protected override IReadOnlyList<(string Cell, string Words)> BreakdownColumns(TQuestion question, ResultWording wording) =>
        [.. question.Choices.Select(choice => (choice.Id, wording.Label(choice.Text).Text))];

    private sealed class IdWriter : AnswerWriter
    {
        private readonly int _column;
        private readonly byte[][] _ids;

        /// <summary>
        /// For each column of words, of this version or another: the code for nothing there, and whether this version has it.
        /// </summary>
        private readonly (long Nothing, bool IsOffered)[] _words;

        public IdWriter(Question question, ColumnGroup group, Cells cells)
            : base(question, group, cells)
        {
            var offered = OtherColumn.Parts(question).ToHashSet(StringComparer.Ordinal);
            _column = group.First;
            _ids = [.. group.Coded.Select(Encoding.UTF8.GetBytes)];
            _words = [.. group.Parts.Skip(1).Select(part => offered.Contains(part)
                ? (group.Codes[MissingCode.Skipped], true)
                : (group.Codes[MissingCode.NotInVersion], false))];
        }

        private protected override void WriteAnswer(ReadOnlySpan<byte> value)
        {
            Cells.Number(_column, CodeOf(CanonicalReader.ChosenIn(value)[1..^1]));
            for (var column = 0; column < _words.Length; column++)
            {
                var (nothing, isOffered) = _words[column];
                if (isOffered)
                {
                    OtherColumn.Write(value, _column + 1 + column, nothing, Cells);
                }
                else
                {
                    Cells.Number(_column + 1 + column, nothing);
                }
            }
        }

        private int CodeOf(ReadOnlySpan<byte> id)
        {
            for (var at = 0; at < _ids.Length; at++)
            {
                if (id.SequenceEqual(_ids[at]))
                {
                    return at + 1;
                }
            }

            throw new InvalidOperationException("A document names a choice that no version offers.");
        }
    }
}
