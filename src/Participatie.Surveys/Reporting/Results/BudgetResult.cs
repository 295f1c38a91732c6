using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Reporting.Results;

/// <summary>What each choice got: mean, median and the middle half.</summary>
internal sealed class BudgetResult : KindResult
{
    public override ResultTable? Table(Question question, ResultSource source)
    {
        var budget = (BudgetQuestion)question;
        var wording = source.Wording;
        return source.Published.Measures.Count == 0 ? null : new ResultTable(
            TableCaption(question, source),
            [wording["column.choice"], wording["column.mean"], wording["column.median"], wording["column.spread"]],
            [.. budget.Offered.Select(choice => new ResultRow(
                wording.Label(choice.Text),
                Measure(source, choice.Id) is { } measure ? MeasureCells.Of(measure, wording, 0, budget.Total) : MeasureCells.Hidden(wording)))]);
    }

    public override string Sentence(Question question, ResultSource source)
    {
        var budget = (BudgetQuestion)question;
        var measures = source.Published.Measures;
        if (measures.Count < budget.Offered.Count)
        {
            return source.Wording["none"];
        }

        var highest = measures.Max(measure => measure.Mean);
        var texts = budget.Offered.Where(choice => Measure(source, choice.Id)!.Mean.Equals(highest)).Select(choice => choice.Text).ToList();
        return source.Wording.Say(
            texts.Count == 1 ? "budget" : "budget.tie", source.Wording.Quotes(texts), highest, budget.Total, source.Wording.Label(budget.Unit).Words);
    }

    public override IReadOnlyList<(string Cell, string Words)> SplitColumns(Question question, ResultWording wording) =>
        [.. ((BudgetQuestion)question).Offered.Select(choice => (choice.Id, wording.Label(choice.Text).Words))];

    private static PublishedMeasure? Measure(ResultSource source, string choice) =>
        source.Published.Measures.FirstOrDefault(measure => measure.Id == choice);
}
