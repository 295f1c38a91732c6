using System.Buffers.Text;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Reporting.Export.Columns;

/// <summary>One column for each choice with the amount that it got.</summary>
public sealed class BudgetColumns : AnswerColumns
{
    public override IEnumerable<string> Parts(Question question) => ((BudgetQuestion)question).Offered.Select(choice => choice.Id);

    public override AnswerWriter Writer(Question question, ColumnGroup group, RowFormat format) => new AmountWriter(question, group, format);

    public override string Describe(Question question, string part) => About(question, ((BudgetQuestion)question).Offered, part);

    public override IEnumerable<(string Value, string Meaning)> Values(Question question, string part)
    {
        var budget = (BudgetQuestion)question;
        return [($"0 … {budget.Total}", $"{budget.Unit.Many.Dutch}; samen {budget.Total}")];
    }

    private sealed class AmountWriter(Question question, ColumnGroup group, RowFormat format) : PartsWriter(question, group, format, unnamed: 0)
    {
        private protected override void Take(int place, ReadOnlySpan<byte> element, Span<long> values)
        {
            values[Offered(place)] = Utf8Parser.TryParse(element, out long amount, out _)
                ? amount
                : throw new InvalidOperationException("A document has an amount that is not a number.");
        }
    }
}
