using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Analysis.Tallies;

/// <summary>How many people wrote something; what they wrote is read, not counted.</summary>
public sealed class WrittenTally : QuestionTally
{
    public WrittenTally(WrittenQuestion question)
        : base(question.Id, question.Kind) => AddCells([PublicCells.Answered]);

    public override PublicCells ForPublic => PublicCells.AnsweredOnly;

    public override int MostHits => 2;

    protected override int CountOwn(ReadOnlySpan<byte> answer, Span<int> hits)
    {
        hits[0] = Own;
        return 1;
    }
}

internal sealed class WrittenTallies : KindTally<WrittenQuestion>
{
    protected override QuestionTally TallyOf(WrittenQuestion question) => new WrittenTally(question);

    protected override WrittenQuestion Join(WrittenQuestion newer, WrittenQuestion older) => newer;
}
