using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Reporting.Results;

/// <summary>Mean, median and the middle half of the numbers.</summary>
internal sealed class NumberResult : KindResult
{
    public override ResultTable? Table(Question question, ResultSource source)
    {
        var number = (NumberQuestion)question;
        var wording = source.Wording;
        return source.Published.Measures is not [var measure] ? null : new ResultTable(
            TableCaption(question, source),
            [wording["column.answer"], wording["column.mean"], wording["column.median"], wording["column.spread"]],
            [new ResultRow(number.Unit is null ? wording.Label("number.row") : wording.Label(number.Unit), MeasureCells.Of(measure, wording, number.Min, number.Max))]);
    }

    public override string Sentence(Question question, ResultSource source) => source.Published.Measures is [var measure]
        ? source.Wording.Say("number", measure.Mean, measure.Median)
        : source.Wording["none"];

    public override IReadOnlyList<(string Cell, string Words)> SplitColumns(Question question, ResultWording wording) =>
        [(question.Id, wording["column.mean"])];
}
