using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.Export.Columns;
using Participatie.Surveys.Reporting.Results;
using Participatie.Surveys.Reporting.Summary;

namespace Participatie.Surveys.Reporting.Kinds;

/// <summary>What each choice got on average, with median and middle half behind it; a column for each choice with its amount.</summary>
internal sealed class BudgetReport : KindReport<BudgetQuestion>
{
    protected override IEnumerable<string> Parts(BudgetQuestion question) => question.Offered.Select(choice => choice.Id);

    public override ColumnType ColumnTypeOf(Question question, string part) => ColumnType.Whole;

    protected override AnswerWriter Writer(BudgetQuestion question, ColumnGroup group, Cells cells) =>
        new AmountWriter(question, group, cells);

    protected override string Describe(BudgetQuestion question, string part) => About(question, question.Offered, part);

    protected override IEnumerable<(string Value, string Meaning)> Values(BudgetQuestion question, string part)
    {
        return [($"0 … {question.Total}", $"{question.Unit.Many.Dutch}; samen {question.Total}")];
    }

    protected override ResultTable? Table(BudgetQuestion question, ResultSource source)
    {
        var wording = source.Wording;
        return source.Published.Measures.Count == 0 ? null : new ResultTable(
            [wording["column.choice"], wording["column.mean"]],
            [.. question.Offered.Select(choice => new ResultRow(
                wording.Label(choice.Text), [MeasureCells.Mean(Measure(source, choice.Id), wording, 0, question.Total, question.Unit)]))]);
    }

    protected override ResultTable? More(BudgetQuestion question, ResultSource source)
    {
        var wording = source.Wording;
        return source.Published.Measures.Count == 0 ? null : new ResultTable(
            [wording["column.choice"], wording["column.median"], wording["column.spread"]],
            [.. question.Offered.Select(choice => new ResultRow(
                wording.Label(choice.Text), MeasureCells.Spread(Measure(source, choice.Id), wording)))],
            wording["more"]);
    }

    protected override IEnumerable<Finding> Findings(BudgetQuestion question, ResultSource source)
    {
        if (source.Published.Measures.Count == question.Offered.Count)
            yield return new Finding(
                FindingKind.Budget, source.Published.Measures.Max(measure => measure.Mean) / question.Total, Sentence(question, source));
    }

    protected override Minority? Minority(BudgetQuestion question, ResultSource source)
    {
        if (source.Published.Measures.Count < question.Offered.Count)
            return null;
        var least = question.Offered.MinBy(choice => Measure(source, choice.Id)!.Mean)!;
        var got = MeasureCells.Mean(Measure(source, least.Id), source.Wording, 0, question.Total, question.Unit).Words;
        return new Minority("budget", got, 0, least.Text);
    }

    protected override IReadOnlyList<TableCell> Cells(BudgetQuestion question) => [];

    protected override IReadOnlyList<MeasuredRow> Measured(BudgetQuestion question) =>
        [.. question.Offered.Select(choice => new MeasuredRow(choice.Id, choice))];

    protected override string Sentence(BudgetQuestion question, ResultSource source)
    {
        var measures = source.Published.Measures;
        if (measures.Count < question.Offered.Count)
        {
            return source.Wording["none"];
        }

        var highest = measures.Max(measure => measure.Mean);
        var texts = question.Offered.Where(choice => Measure(source, choice.Id)!.Mean.Equals(highest)).Select(choice => choice.Text)
            .ToList();
        return source.Wording.Say(
            texts.Count == 1 ? "budget" : "budget.tie",
            source.Wording.Quotes(texts),
            source.Wording.Number(highest),
            source.Wording.Number(question.Total),
            source.Wording.Label(question.Unit.For(question.Total)).Text);
    }

    protected override IReadOnlyList<(string Cell, string Words)> BreakdownColumns(BudgetQuestion question, ResultWording wording) =>
        [.. question.Offered.Select(choice => (choice.Id, wording.Label(choice.Text).Text))];

    private static PublishedMeasure? Measure(ResultSource source, string choice) =>
        source.Published.Measures.FirstOrDefault(measure => measure.Id == choice);

    private sealed class AmountWriter(
        Question question, ColumnGroup group, Cells cells) : PartsWriter(question, group, cells, unnamed: 0)
    {
        private protected override void Take(int place, ReadOnlySpan<byte> element, Span<long> values)
        {
            values[Offered(place)] = CanonicalReader.TryUnits(element, decimals: 0, out var amount)
                ? amount
                : throw new InvalidOperationException("A document has an amount that is not a number.");
        }
    }
}
