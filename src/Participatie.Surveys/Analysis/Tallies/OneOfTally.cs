using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Analysis.Tallies;

/// <summary>A count for each choice, for all kinds with exactly one answer.</summary>
public sealed class OneOfTally : QuestionTally
{
    private readonly byte[][] _ids;

    public OneOfTally(OneOfQuestion question)
        : base(question.Id, question.Kind)
    {
        _ids = Utf8Ids(question.Choices);
        AddCells(question.Choices.Select(choice => choice.Id));
        ForPublic = PublicCells.OneOf(question.Choices.Select(choice => choice.Id));
    }

    public override PublicCells ForPublic { get; }

    public override int MostHits => 2;

    protected override int CountOwn(ReadOnlySpan<byte> answer, Span<int> hits)
    {
        hits[0] = Own + Find(_ids, CanonicalReader.ChosenIn(answer)[1..^1]);
        return 1;
    }
}

internal sealed class OneOfTallies : KindTally<OneOfQuestion>
{
    protected override QuestionTally TallyOf(OneOfQuestion question) => new OneOfTally(question);

    protected override OneOfQuestion Join(OneOfQuestion newer, OneOfQuestion older) =>
        (newer, older) is (ChoiceQuestion now, ChoiceQuestion then) ? now with { Offered = Union(now.Offered, then.Offered) } : newer;
}
