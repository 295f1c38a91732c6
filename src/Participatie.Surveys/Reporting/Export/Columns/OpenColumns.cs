using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Reporting.Export.Columns;

/// <summary>The text as it was typed, and the language of the page that it was typed on.</summary>
public sealed class OpenColumns : AnswerColumns
{
    private const string Language = "taal";

    public override IEnumerable<string> Parts(Question question) => [Whole, Language];

    public override string? ChoiceOf(string part) => null;

    public override AnswerWriter Writer(Question question, ColumnGroup group, RowFormat format) => new TextWriter(question, group, format);

    public override string Describe(Question question, string part) =>
        part == Language ? $"{question.Text.Dutch} – taal van de pagina" : question.Text.Dutch;

    public override IEnumerable<(string Value, string Meaning)> Values(Question question, string part) =>
        part == Language ? [] : [AnyText];

    private sealed class TextWriter(Question question, ColumnGroup group, RowFormat format) : AnswerWriter(question, group, format)
    {
        private readonly int _column = group.First;

        private protected override void WriteAnswer(ReadOnlySpan<byte> value, Cells cells)
        {
            CanonicalReader.WordsIn(value, out var text, out var language);
            cells.Text(_column, text);
            cells.Id(_column + 1, language);
        }
    }
}
