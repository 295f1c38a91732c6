using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.Export.Columns;
using Participatie.Surveys.Reporting.Results;
using Participatie.Surveys.Reporting.Summary;

namespace Participatie.Surveys.Reporting.Kinds;

/// <summary>
/// How many wrote something, and under it what staff released; columns with the text as it was typed and the language of its page.
/// </summary>
internal sealed class WrittenReport : KindReport<WrittenQuestion>
{
    private const string Language = "taal";

    protected override IEnumerable<string> Parts(WrittenQuestion question) => [Whole, Language];

    public override string? ChoiceOf(string part) => null;

    public override ColumnType ColumnTypeOf(Question question, string part) => part == Language ? ColumnType.Id : ColumnType.Text;

    protected override AnswerWriter Writer(WrittenQuestion question, ColumnGroup group, Cells cells) =>
        new TextWriter(question, group, cells);

    protected override string Describe(WrittenQuestion question, string part) =>
        part == Language ? $"{question.Text.Dutch} – taal van de pagina" : question.Text.Dutch;

    protected override IEnumerable<(string Value, string Meaning)> Values(WrittenQuestion question, string part) =>
        part == Language ? [] : [AnyText];

    protected override ResultTable? Table(WrittenQuestion question, ResultSource source) => null;

    protected override string Sentence(WrittenQuestion question, ResultSource source) =>
        source.Published.Count(PublicCells.Answered) is { } answered
        ? source.Wording.Say("open", source.Wording.Share(answered, source.Seen))
        : source.Wording["open.hidden"];

    protected override IEnumerable<Finding> Findings(WrittenQuestion question, ResultSource source)
    {
        if (source.Published.Count(PublicCells.Answered) is > 0)
            yield return new Finding(FindingKind.Other, 0, Sentence(question, source));
    }

    protected override IReadOnlyList<TableCell> Cells(WrittenQuestion question) =>
        [new TableCell(PublicCells.Answered, null, TableCell.Written)];

    protected override IReadOnlyList<(string Cell, string Words)> BreakdownColumns(WrittenQuestion question, ResultWording wording) =>
        [(PublicCells.Answered, wording["answered"])];

    private sealed class TextWriter(Question question, ColumnGroup group, Cells cells) : AnswerWriter(question, group, cells)
    {
        private readonly int _column = group.First;

        private protected override void WriteAnswer(ReadOnlySpan<byte> value)
        {
            if (!CanonicalReader.WordsIn(value, out var text, out var language))
            {
                throw new InvalidOperationException("A document has no words where they should stand.");
            }

            Cells.Text(_column, text);
            Cells.Id(_column + 1, language);
        }
    }
}
