using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Analysis.Tallies;

/// <summary>How often each statement got each judgement, and how often none.</summary>
public sealed class StatementsTally : QuestionTally
{
    public const string NotJudged = "$none";

    private readonly byte[][] _judgements = Utf8Ids(StatementsQuestion.Judgements);
    private readonly int _statements;

    public StatementsTally(StatementsQuestion question)
        : base(question.Id, question.Kind)
    {
        _statements = question.Statements.Count;
        var judgements = StatementsQuestion.Judgements.Select(judgement => judgement.Id).Append(NotJudged).ToList();
        AddCells(question.Statements.SelectMany(_ => judgements, (statement, judgement) => Judgement(statement.Id, judgement)));
        ForPublic = new PublicCells
        {
            LeftOutWhenEmpty = question.Statements.Select(statement => Judgement(statement.Id, NotJudged))
                .ToHashSet(StringComparer.Ordinal),
            Partitions =
            [
                .. question.Statements.Select(statement => judgements.ConvertAll(judgement => Judgement(statement.Id, judgement)))
            ],
        };
    }

    public override PublicCells ForPublic { get; }

    public override int MostHits => 1 + Math.Max(1, _statements);

    public static string Judgement(string statement, string judgement) => $"{statement}={judgement}";

    protected override int CountOwn(ReadOnlySpan<byte> answer, Span<int> hits)
    {
        var count = 0;
        while (CanonicalReader.NextElement(ref answer, out var element))
        {
            if (count == _statements)
            {
                throw Damaged();
            }

            var judgement = CanonicalReader.IsNone(element) ? _judgements.Length : Find(_judgements, element);
            hits[count] = Own + (count * (_judgements.Length + 1)) + judgement;
            count++;
        }

        return count;
    }
}

internal sealed class StatementsTallies : KindTally<StatementsQuestion>
{
    protected override QuestionTally TallyOf(StatementsQuestion question) => new StatementsTally(question);

    protected override StatementsQuestion Join(StatementsQuestion newer, StatementsQuestion older) =>
        newer with { Statements = Union(newer.Statements, older.Statements) };
}
