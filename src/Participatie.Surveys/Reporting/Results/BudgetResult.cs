using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Reporting.Results;

/// <summary>What each choice got on average; median and middle half unfold behind it.</summary>
internal sealed class BudgetResult : KindResult
{
    public override ResultTable? Table(Question question, ResultSource source)
    {
        var budget = (BudgetQuestion)question;
        var wording = source.Wording;
        return source.Published.Measures.Count == 0 ? null : new ResultTable(
            [wording["column.choice"], wording["column.mean"]],
            [.. budget.Offered.Select(choice => new ResultRow(
                wording.Label(choice.Text), [MeasureCells.Mean(Measure(source, choice.Id), wording, 0, budget.Total, budget.Unit)]))]);
    }

    public override ResultTable? More(Question question, ResultSource source)
    {
        var wording = source.Wording;
        return source.Published.Measures.Count == 0 ? null : new ResultTable(
            [wording["column.choice"], wording["column.median"], wording["column.spread"]],
            [.. ((BudgetQuestion)question).Offered.Select(choice => new ResultRow(
                wording.Label(choice.Text), MeasureCells.Spread(Measure(source, choice.Id), wording)))],
            wording["more"]);
    }

    public override IReadOnlyList<TableCell> Cells(Question question) => [];

    public override IReadOnlyList<MeasuredRow> Measured(Question question) =>
        [.. ((BudgetQuestion)question).Offered.Select(choice => new MeasuredRow(choice.Id, choice))];

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
            texts.Count == 1 ? "budget" : "budget.tie", source.Wording.Quotes(texts), source.Wording.Number(highest), source.Wording.Number(budget.Total), source.Wording.Label(budget.Unit.For(budget.Total)).Text);
    }

    public override IReadOnlyList<(string Cell, string Words)> BreakdownColumns(Question question, ResultWording wording) =>
        [.. ((BudgetQuestion)question).Offered.Select(choice => (choice.Id, wording.Label(choice.Text).Text))];

    private static PublishedMeasure? Measure(ResultSource source, string choice) =>
        source.Published.Measures.FirstOrDefault(measure => measure.Id == choice);
}
