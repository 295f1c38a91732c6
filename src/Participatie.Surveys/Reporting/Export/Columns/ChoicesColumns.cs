using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Reporting.Export.Columns;

/// <summary>One column for each choice: 1 when it was chosen.</summary>
public sealed class ChoicesColumns : AnswerColumns
{
    public override IEnumerable<string> Parts(Question question) => ((ChoicesQuestion)question).Offered.Select(choice => choice.Id);

    public override AnswerWriter Writer(Question question, ColumnGroup group, RowFormat format) => new ChosenWriter(question, group, format);

    public override string Describe(Question question, string part) => About(question, ((ChoicesQuestion)question).Offered, part);

    public override IEnumerable<(string Value, string Meaning)> Values(Question question, string part) => [("0", "niet gekozen"), ("1", "gekozen")];

    private sealed class ChosenWriter(Question question, ColumnGroup group, RowFormat format) : PartsWriter(question, group, format, unnamed: 0)
    {
        private protected override void Take(int place, ReadOnlySpan<byte> element, Span<long> values) => values[Named(element)] = 1;
    }
}
