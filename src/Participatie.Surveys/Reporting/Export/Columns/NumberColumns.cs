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
        return [($"{number.Min} … {number.Max}", $"een heel getal{(number.Unit is null ? "" : $" ({number.Unit.Dutch})")}")];
    }

    private sealed class NumberWriter(Question question, ColumnGroup group, RowFormat format) : AnswerWriter(question, group, format)
    {
        private readonly int _column = group.First;

        private protected override void WriteAnswer(ReadOnlySpan<byte> value, Cells cells) => cells.Bare(_column, value);
    }
}
