using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Reporting.Export.Columns;

/// <summary>One column with the id of the chosen one.</summary>
public sealed class OneOfColumns : AnswerColumns
{
    public override IEnumerable<string> Parts(Question question) => [Whole];

    public override AnswerWriter Writer(Question question, ColumnGroup group, RowFormat format) => new IdWriter(question, group, format);

    public override string Describe(Question question, string part) => question.Text.Dutch;

    public override IEnumerable<(string Value, string Meaning)> Values(Question question, string part) =>
        ((OneOfQuestion)question).Choices.Select(choice => (choice.Id, choice.Text.Dutch));

    private sealed class IdWriter(Question question, ColumnGroup group, RowFormat format) : AnswerWriter(question, group, format)
    {
        private readonly int _column = group.First;

        private protected override void WriteAnswer(ReadOnlySpan<byte> value, Cells cells) => cells.Id(_column, value[1..^1]);
    }
}
