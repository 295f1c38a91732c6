using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Analysis.Tallies;

/// <summary>A count for each choice; one answer is in several.</summary>
public sealed class ChoicesTally : QuestionTally
{
    private readonly byte[][] _ids;

    public ChoicesTally(ChoicesQuestion question)
        : base(question.Id, question.Kind)
    {
        _ids = Utf8Ids(question.Offered);
        AddCells(question.Offered.Select(choice => choice.Id));
        // Versions may have had different ones.
        var alone = question.Offered.Where(choice => choice.Exclusive).Select(choice => choice.Id).ToList();
        ForPublic = question.AtMost == 1
            ? PublicCells.OneOf(question.Offered.Select(choice => choice.Id))
            : PublicCells.AnsweredOnly with
            {
                Overlapping = [.. question.Offered.Select(choice => choice.Id)],
                Alone = alone,
                MostPerPerson = Math.Min(question.AtMost ?? question.Offered.Count, question.Offered.Count - alone.Count),
            };
    }

    public override PublicCells ForPublic { get; }

    public override int MostHits => 1 + Math.Max(1, _ids.Length);

    protected override int CountOwn(ReadOnlySpan<byte> answer, Span<int> hits)
    {
        answer = CanonicalReader.ChosenIn(answer);
        var count = 0;
        while (CanonicalReader.NextElement(ref answer, out var id))
        {
            hits[count++] = Own + Find(_ids, id);
        }

        return count;
    }
}

internal sealed class ChoicesTallies : KindTally<ChoicesQuestion>
{
    public override IReadOnlyList<string>? CellsOf(Question question, Condition condition) =>
        ((ChoicesQuestion)question).AtMost is not 1 && condition.IsAnyOf.Count > 1 ? null : condition.IsAnyOf;

    protected override QuestionTally TallyOf(ChoicesQuestion question) => new ChoicesTally(question);

    protected override ChoicesQuestion Join(ChoicesQuestion newer, ChoicesQuestion older) => newer with
    {
        Offered = Union(newer.Offered, older.Offered),
        AtMost = newer.AtMost is { } atMost && older.AtMost is { } before ? Math.Max(atMost, before) : null,
    };
}
