using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Reporting.Export.Columns;

/// <summary>One column for each choice: 1 when it was chosen; and one with what was written beside one of them.</summary>
public sealed class ChoicesColumns : AnswerColumns
{
    public override IEnumerable<string> Parts(Question question) =>
        [.. ((ChoicesQuestion)question).Offered.Select(choice => choice.Id), .. OtherColumn.Parts(question)];

    public override string? ChoiceOf(string part) => OtherColumn.Is(part) ? OtherColumn.ChoiceOf(part) : part;

    public override AnswerWriter Writer(Question question, ColumnGroup group, RowFormat format) => new ChosenWriter(question, group, format);

    public override string Describe(Question question, string part) =>
        OtherColumn.Is(part) ? OtherColumn.Describe(question) : About(question, ((ChoicesQuestion)question).Offered, part);

    public override IEnumerable<(string Value, string Meaning)> Values(Question question, string part) =>
        OtherColumn.Is(part) ? [AnyText] : [("0", "niet gekozen"), ("1", "gekozen")];

    public override IEnumerable<MissingCode> MoreCodes(Question question, string part) => OtherColumn.MoreCodes(question, part);

    private sealed class ChosenWriter(Question question, ColumnGroup group, RowFormat format) : PartsWriter(question, group, format, unnamed: 0)
    {
        private readonly int _words = OtherColumn.Parts(question).Select(group.ColumnOf).FirstOrDefault(-1);

        private readonly long _nothing = group.Codes[MissingCode.Skipped];

        private protected override ReadOnlySpan<byte> ElementsOf(ReadOnlySpan<byte> answer) => CanonicalReader.ChosenIn(answer);

        private protected override void Take(int place, ReadOnlySpan<byte> element, Span<long> values) => values[Named(element)] = 1;

        private protected override void WritePart(int column, long value, ReadOnlySpan<byte> answer, Cells cells)
        {
            if (column == _words)
            {
                OtherColumn.Write(answer, column, _nothing, cells);
            }
            else
            {
                cells.Number(column, value);
            }
        }
    }
}
