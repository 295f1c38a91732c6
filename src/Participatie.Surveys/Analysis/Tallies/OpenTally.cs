using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Analysis.Tallies;

/// <summary>How many people wrote something; what they wrote is read, not counted.</summary>
public sealed class OpenTally : QuestionTally
{
    public OpenTally(OpenQuestion question)
        : base(question.Id, question.Kind) => AddCells([PublicCells.Answered]);

    public override PublicCells ForPublic => PublicCells.AnsweredOnly;

    public override int MostHits => 2;

    protected override int CountOwn(ReadOnlySpan<byte> answer, Span<int> hits)
    {
        hits[0] = Own;
        return 1;
    }
}

internal sealed class OpenTallies : KindTally<OpenQuestion>
{
    protected override QuestionTally TallyOf(OpenQuestion question) => new OpenTally(question);

    protected override OpenQuestion Join(OpenQuestion newer, OpenQuestion older) => newer;
}
