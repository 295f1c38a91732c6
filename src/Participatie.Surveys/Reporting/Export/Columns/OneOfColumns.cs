using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Reporting.Export.Columns;

/// <summary>One column with the id of the chosen one, and one with what was written beside it.</summary>
public sealed class OneOfColumns : AnswerColumns
{
    public override IEnumerable<string> Parts(Question question) => [Whole, .. OtherColumn.Parts(question)];

    public override string? ChoiceOf(string part) => OtherColumn.Is(part) ? OtherColumn.ChoiceOf(part) : null;

    public override AnswerWriter Writer(Question question, ColumnGroup group, RowFormat format) => new IdWriter(question, group, format);

    public override string Describe(Question question, string part) => OtherColumn.Is(part) ? OtherColumn.Describe(question) : question.Text.Dutch;

    public override IEnumerable<(string Value, string Meaning)> Values(Question question, string part) => OtherColumn.Is(part)
        ? [AnyText]
        : ((OneOfQuestion)question).Choices.Select(choice => (choice.Id, choice.Text.Dutch));

    public override IEnumerable<MissingCode> MoreCodes(Question question, string part) => OtherColumn.MoreCodes(question, part);

    private sealed class IdWriter : AnswerWriter
    {
        private readonly int _column;

        /// <summary>For each column of words, of this version or another: the code for nothing there, and whether this version has it.</summary>
        private readonly (long Nothing, bool IsOffered)[] _words;

        public IdWriter(Question question, ColumnGroup group, RowFormat format)
            : base(question, group, format)
        {
            var offered = OtherColumn.Parts(question).ToHashSet(StringComparer.Ordinal);
            _column = group.First;
            _words = [.. group.Parts.Skip(1).Select(part => offered.Contains(part)
                ? (group.Codes[MissingCode.Skipped], true)
                : (group.Codes[MissingCode.NotInVersion], false))];
        }

        private protected override void WriteAnswer(ReadOnlySpan<byte> value, Cells cells)
        {
            cells.Id(_column, CanonicalReader.ChosenIn(value)[1..^1]);
            for (var column = 0; column < _words.Length; column++)
            {
                var (nothing, isOffered) = _words[column];
                if (isOffered)
                {
                    OtherColumn.Write(value, _column + 1 + column, nothing, cells);
                }
                else
                {
                    cells.Number(_column + 1 + column, nothing);
                }
            }
        }
    }
}
