using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Reporting.Results;

/// <summary>Mean, median and the middle half of the numbers.</summary>
internal sealed class NumberResult : KindResult
{
    public override ResultTable? Table(Question question, ResultSource source)
    {
        var number = (NumberQuestion)question;
        var wording = source.Wording;
        if (source.Published.Measures is not [var measure])
        {
            return null;
        }

        var spread = MeasureCells.Spread(measure, wording);
        return new ResultTable(
            [wording["number.row"], number.Unit is null ? wording["column.answer"] : wording.Label(number.Unit).Words],
            [
                // One number on a line: four beside each other do not fit a phone.
                new ResultRow(wording.Label("column.mean"), [MeasureCells.Mean(measure, wording, number.Min, number.Max)]),
                new ResultRow(wording.Label("column.median"), [spread[0]]),
                new ResultRow(wording.Label("column.spread"), [spread[1]]),
            ]);
    }

    public override IReadOnlyList<TableCell> Cells(Question question) => [];

    public override IReadOnlyList<MeasuredRow> Measured(Question question) => [new MeasuredRow(question.Id, null)];

    public override string Sentence(Question question, ResultSource source) => source.Published.Measures is [var measure]
        ? source.Wording.Say("number", measure.Mean, measure.Median)
        : source.Wording["none"];

    public override IReadOnlyList<(string Cell, string Words)> SplitColumns(Question question, ResultWording wording) =>
        [(question.Id, wording["column.mean"])];
}
