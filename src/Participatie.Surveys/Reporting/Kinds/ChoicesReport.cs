using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.Export.Columns;
using Participatie.Surveys.Reporting.Results;
using Participatie.Surveys.Reporting.Summary;

namespace Participatie.Surveys.Reporting.Kinds;

/// <summary>
/// How often each choice was chosen, where one person may have chosen several; a column for each choice, and one with what was written
/// beside one of them.
/// </summary>
internal sealed class ChoicesReport : KindReport<ChoicesQuestion>
{
    protected override IEnumerable<string> Parts(ChoicesQuestion question) =>
        [.. question.Offered.Select(choice => choice.Id), .. OtherColumn.Parts(question)];

    public override string? ChoiceOf(string part) => OtherColumn.Is(part) ? OtherColumn.ChoiceOf(part) : part;

    public override ColumnType ColumnTypeOf(Question question, string part) => OtherColumn.ColumnTypeOf(part);

    protected override AnswerWriter Writer(ChoicesQuestion question, ColumnGroup group, Cells cells) =>
        new ChosenWriter(question, group, cells);

    protected override string Describe(ChoicesQuestion question, string part) =>
        OtherColumn.Is(part) ? OtherColumn.Describe(question) : About(question, question.Offered, part);

    protected override IEnumerable<(string Value, string Meaning)> Values(ChoicesQuestion question, string part) =>
        OtherColumn.Is(part) ? [AnyText] : [("0", "niet gekozen"), ("1", "gekozen")];

    public override IEnumerable<MissingCode> MoreCodes(Question question, string part) => OtherColumn.MoreCodes(question, part);

    protected override ResultTable Table(ChoicesQuestion question, ResultSource source) => new(
        [source.Wording["column.answer"], source.Wording["column.count"]],
        [.. question.Offered.Select(choice => new ResultRow(source.Wording.Label(choice.Text), [source.Cell(choice.Id)]))]);

    protected override string Sentence(ChoicesQuestion question, ResultSource source)
    {
        var (cells, count, isHighest) = source.Highest([.. question.Offered.Select(choice => choice.Id)], overlapping: true);
        return HighestSentence.Of(
            question.Offered, cells, source.Wording.Share(count, source.Seen), isHighest, source.Wording, "most", "chosen");
    }

    protected override IEnumerable<Finding> Findings(ChoicesQuestion question, ResultSource source)
    {
        var (cells, count, isHighest) = source.Highest([.. question.Offered.Select(choice => choice.Id)], overlapping: true);
        if (isHighest && cells.Count > 0 && count > 0)
            yield return new Finding(FindingKind.Majority, (double)count / source.Seen, Sentence(question, source));
    }

    protected override Minority? Minority(ChoicesQuestion question, ResultSource source)
    {
        var least = question.Offered.MinBy(choice => source.Published.Count(choice.Id) ?? -1)!;
        return source.Published.Count(least.Id) is { } count
            ? new Minority("least", source.Wording.Share(count, source.Seen), count, least.Text)
            : null;
    }

    protected override IReadOnlyList<TableCell> Cells(ChoicesQuestion question) => TableCell.Of(question.Offered);

    protected override IReadOnlyList<(string Cell, string Words)> BreakdownColumns(ChoicesQuestion question, ResultWording wording) =>
        [.. question.Offered.Select(choice => (choice.Id, wording.Label(choice.Text).Text))];

    private sealed class ChosenWriter(
        Question question, ColumnGroup group, Cells cells) : PartsWriter(question, group, cells, unnamed: 0)
    {
        private readonly int _words = OtherColumn.Parts(question).Select(group.ColumnOf).FirstOrDefault(-1);

        private readonly long _nothing = group.Codes[MissingCode.Skipped];

        private protected override ReadOnlySpan<byte> ElementsOf(ReadOnlySpan<byte> answer) => CanonicalReader.ChosenIn(answer);

        private protected override void Take(int place, ReadOnlySpan<byte> element, Span<long> values) => values[Named(element)] = 1;

        private protected override void WritePart(int column, long value, ReadOnlySpan<byte> answer)
        {
            if (column == _words)
            {
                OtherColumn.Write(answer, column, _nothing, Cells);
            }
            else
            {
                Cells.Number(column, value);
            }
        }
    }
}
