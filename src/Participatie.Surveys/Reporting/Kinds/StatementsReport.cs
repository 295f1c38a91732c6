using System.Text;
using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.Export.Columns;
using Participatie.Surveys.Reporting.Results;
using Participatie.Surveys.Reporting.Summary;

namespace Participatie.Surveys.Reporting.Kinds;

/// <summary>For each statement how many agree, disagree and have no opinion; a column for each with the judgement.</summary>
internal sealed class StatementsReport : KindReport<StatementsQuestion>
{
    private static readonly string Agree = StatementsQuestion.Judgements[0].Id;

    private static readonly byte[][] Judgements =
    [
        .. StatementsQuestion.Judgements.Select(judgement => Encoding.UTF8.GetBytes(judgement.Id))
    ];

    protected override IEnumerable<string> Parts(StatementsQuestion question) => question.Statements.Select(statement => statement.Id);

    public override ColumnType ColumnTypeOf(Question question, string part) => ColumnType.Code;

    public override IEnumerable<string> Coded(Question question) => StatementsQuestion.Judgements.Select(judgement => judgement.Id);

    protected override AnswerWriter Writer(StatementsQuestion question, ColumnGroup group, Cells cells) =>
        new JudgementWriter(question, group, cells);

    protected override string Describe(StatementsQuestion question, string part) => About(question, question.Statements, part);

    protected override IEnumerable<(string Value, string Meaning)> Values(StatementsQuestion question, string part) =>
        StatementsQuestion.Judgements.Select(judgement => (judgement.Id, judgement.Text.Dutch));

    protected override ResultTable Table(StatementsQuestion question, ResultSource source) => new(
        [
            source.Wording["column.statement"],
            .. StatementsQuestion.Judgements.Select(judgement => source.Wording.Label(judgement.Text).Text),
        ],
        [.. question.Statements.Select(statement => new ResultRow(
            source.Wording.Label(statement.Text),
            [.. StatementsQuestion.Judgements.Select(judgement => source.Number(StatementsTally.Judgement(statement.Id, judgement.Id)))]))],
        source.OfHowMany);

    protected override string Sentence(StatementsQuestion question, ResultSource source)
    {
        var (cells, count, isHighest) = source.Highest([.. question.Statements.Select(Agreed)], overlapping: true);
        var highest = question.Statements.Where(statement => cells.Contains(Agreed(statement))).Select(statement => statement.Id).ToList();
        return HighestSentence.Of(
            question.Statements,
            highest,
            source.Wording.Share(count, source.Seen),
            isHighest,
            source.Wording,
            "statements",
            "statements.agreed");
    }

    protected override IEnumerable<Finding> Findings(StatementsQuestion question, ResultSource source)
    {
        var (cells, count, isHighest) = source.Highest([.. question.Statements.Select(Agreed)], overlapping: true);
        if (isHighest && cells.Count > 0 && count > 0)
            yield return new Finding(FindingKind.Majority, (double)count / source.Seen, Sentence(question, source));
        foreach (var statement in question.Statements)
        {
            if (source.Published.Count(Agreed(statement)) is { } yes
                && source.Published.Count(Disagreed(statement)) is { } no
                && yes + no > 0
                && Math.Abs(yes - no) <= ChooseFindings.Close * source.Seen)
            {
                yield return new Finding(
                    FindingKind.CloseCall,
                    1 - ((double)Math.Abs(yes - no) / source.Seen),
                    source.Wording.Say("statements.agreed", source.Wording.Quote(statement.Text), source.Wording.Share(yes, source.Seen)))
                {
                    Against = Against(statement, no, source),
                };
            }
        }
    }

    protected override Minority? Minority(StatementsQuestion question, ResultSource source)
    {
        // Of what the most agree with: who does not.
        var (cells, _, isHighest) = source.Highest([.. question.Statements.Select(Agreed)], overlapping: true);
        return isHighest
            && question.Statements.FirstOrDefault(statement => cells.Contains(Agreed(statement))) is { } highest
            && source.Published.Count(Disagreed(highest)) is { } count
            ? Against(highest, count, source)
            : null;
    }

    private static Minority Against(Choice statement, long count, ResultSource source) =>
        new("disagree", source.Wording.Share(count, source.Seen), count, statement.Text);

    protected override IReadOnlyList<TableCell> Cells(StatementsQuestion question) =>
    [
        .. question.Statements.SelectMany(statement => StatementsQuestion.Judgements.Select(judgement =>
            new TableCell(StatementsTally.Judgement(statement.Id, judgement.Id), statement, judgement.Id))),
    ];

    protected override IReadOnlyList<(string Cell, string Words)> BreakdownColumns(StatementsQuestion question, ResultWording wording) =>
        [.. question.Statements.Select(statement => (
            Agreed(statement), $"{wording.Label(StatementsQuestion.Judgements[0].Text).Text}: {wording.Label(statement.Text).Text}"))];

    private static string Disagreed(Choice statement) =>
        StatementsTally.Judgement(statement.Id, StatementsQuestion.Judgements[1].Id);

    private static string Agreed(Choice statement) => StatementsTally.Judgement(statement.Id, Agree);

    private sealed class JudgementWriter(Question question, ColumnGroup group, Cells cells)
        : PartsWriter(question, group, cells, group.Codes[MissingCode.Skipped])
    {
        private protected override void Take(int place, ReadOnlySpan<byte> element, Span<long> values)
        {
            for (var judgement = 0; judgement < Judgements.Length; judgement++)
            {
                if (element.SequenceEqual(Judgements[judgement]))
                {
                    values[Offered(place)] = judgement + 1;
                }
            }
        }
    }
}
