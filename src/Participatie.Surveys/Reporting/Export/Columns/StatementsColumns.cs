using System.Text;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Reporting.Export.Columns;

/// <summary>One column for each statement with the id of the judgement.</summary>
public sealed class StatementsColumns : AnswerColumns
{
    private static readonly byte[][] Judgements = [.. StatementsQuestion.Judgements.Select(judgement => Encoding.UTF8.GetBytes(judgement.Id))];

    public override IEnumerable<string> Parts(Question question) => ((StatementsQuestion)question).Statements.Select(statement => statement.Id);

    public override AnswerWriter Writer(Question question, ColumnGroup group, RowFormat format) => new JudgementWriter(question, group, format);

    public override string Describe(Question question, string part) => About(question, ((StatementsQuestion)question).Statements, part);

    public override IEnumerable<(string Value, string Meaning)> Values(Question question, string part) =>
        StatementsQuestion.Judgements.Select(judgement => (judgement.Id, judgement.Text.Dutch));

    private sealed class JudgementWriter(Question question, ColumnGroup group, RowFormat format)
        : PartsWriter(question, group, format, group.Codes[MissingCode.Skipped])
    {
        private protected override void Take(int place, ReadOnlySpan<byte> element, Span<long> values)
        {
            for (var judgement = 0; judgement < Judgements.Length; judgement++)
            {
                if (element.SequenceEqual(Judgements[judgement]))
                {
                    values[Offered(place)] = judgement;
                }
            }
        }

        private protected override void WritePart(int column, long value, ReadOnlySpan<byte> answer, Cells cells)
        {
            if (value < 0)
            {
                cells.Number(column, value);
            }
            else
            {
                cells.Id(column, Judgements[value]);
            }
        }
    }
}
