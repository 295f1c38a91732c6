using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Reporting.Export.Columns;

public sealed class NumberColumns : AnswerColumns
{
    public override IEnumerable<string> Parts(Question question) => [Whole];

    public override AnswerWriter Writer(Question question, ColumnGroup group, RowFormat format) => new NumberWriter(question, group, format);

    public override string Describe(Question question, string part) => question.Text.Dutch;

    public override IEnumerable<(string Value, string Meaning)> Values(Question question, string part)
    {
        var number = (NumberQuestion)question;
        // In the file a point stands before decimals, whatever the language of the page was.
        var form = number.Decimals == 0 ? "een heel getal" : $"een getal met hooguit {number.Decimals} {(number.Decimals == 1 ? "cijfer" : "cijfers")} achter de punt";
        return [($"{number.Min} … {number.Max}", number.Unit is null ? form : $"{form} ({number.Unit.Many.Dutch})")];
    }

    private sealed class NumberWriter(Question question, ColumnGroup group, RowFormat format) : AnswerWriter(question, group, format)
    {
        private readonly int _column = group.First;

        private protected override void WriteAnswer(ReadOnlySpan<byte> value, Cells cells) => cells.Bare(_column, value);
    }
}
