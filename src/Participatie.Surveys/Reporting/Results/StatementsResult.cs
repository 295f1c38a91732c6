using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Reporting.Results;

/// <summary>For each statement how many agree, disagree and have no opinion.</summary>
internal sealed class StatementsResult : KindResult
{
    private static readonly string Agree = StatementsQuestion.Judgements[0].Id;

    public override ResultTable Table(Question question, ResultSource source) => new(
        [source.Wording["column.statement"], .. StatementsQuestion.Judgements.Select(judgement => source.Wording.Label(judgement.Text).Text)],
        [.. Statements(question).Select(statement => new ResultRow(
            source.Wording.Label(statement.Text),
            [.. StatementsQuestion.Judgements.Select(judgement => source.Number(StatementsTally.Judgement(statement.Id, judgement.Id)))]))],
        source.OfHowMany);

    public override string Sentence(Question question, ResultSource source)
    {
        var statements = Statements(question);
        var (cells, count, isHighest) = source.Highest([.. statements.Select(Agreed)], overlapping: true);
        var highest = statements.Where(statement => cells.Contains(Agreed(statement))).Select(statement => statement.Id).ToList();
        return HighestSentence.Of(statements, highest, source.Wording.Share(count, source.Seen), isHighest, source.Wording, "statements", "statements.agreed");
    }

    public override IReadOnlyList<TableCell> Cells(Question question) =>
    [
        .. Statements(question).SelectMany(statement => StatementsQuestion.Judgements.Select(judgement =>
            new TableCell(StatementsTally.Judgement(statement.Id, judgement.Id), statement, judgement.Id))),
    ];

    public override IReadOnlyList<(string Cell, string Words)> BreakdownColumns(Question question, ResultWording wording) =>
        [.. Statements(question).Select(statement => (
            Agreed(statement), $"{wording.Label(StatementsQuestion.Judgements[0].Text).Text}: {wording.Label(statement.Text).Text}"))];

    private static string Agreed(Choice statement) => StatementsTally.Judgement(statement.Id, Agree);

    private static IReadOnlyList<Choice> Statements(Question question) => ((StatementsQuestion)question).Statements;
}
