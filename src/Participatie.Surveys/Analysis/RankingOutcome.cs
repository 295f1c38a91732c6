using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Analysis;

/// <summary>What follows from the counts of a ranking, in one group.</summary>
public sealed class RankingOutcome
{
    private readonly QuestionCounts _counts;
    private readonly int _split;
    private readonly int _places;

    public RankingOutcome(RankingQuestion question, QuestionCounts counts, int split = 0)
    {
        (_counts, _split, _places) = (counts, split, question.Places);
        Choices = [.. question.Offered.Select(choice => choice.Id)];
        Ballots = Choices.Sum(First);
    }

    public IReadOnlyList<string> Choices { get; }

    /// <summary>How many people put something in order.</summary>
    public long Ballots { get; }

    public long First(string choice) => _counts.In(_split, RankingTally.Position(choice, 0));

    public long InTop(string choice) =>
        Enumerable.Range(0, Math.Min(PublicCells.Top, _places)).Sum(place => _counts.In(_split, RankingTally.Position(choice, place)));

    /// <summary>How many people put the one above the other.</summary>
    public long Above(string choice, string other) => _counts.In(_split, RankingTally.Above(choice, other));

    /// <summary>
    /// Twice the Borda points. On one ballot a choice gets a point for each one below it (Borda 1781) and those left out share the
    /// remaining points equally, half a point for each pair (Black, "Partial justification of the Borda count", 1976). Doubled, so that it
    /// stays a whole number.
    /// </summary>
    public long DoubledBorda(string choice) => Choices
        .Where(other => other != choice)
        .Sum(other => Ballots + Above(choice, other) - Above(other, choice));

    /// <summary>
    /// Those that no other choice beats one against one, by more people above than below (Condorcet 1785). One: the pairwise winner. More:
    /// they tie. None: a cycle.
    /// </summary>
    public IReadOnlyList<string> Unbeaten =>
        [.. Choices.Where(choice => Choices.All(other => Above(choice, other) >= Above(other, choice)))];

    /// <summary>The one that beats each other choice one against one.</summary>
    public string? PairwiseWinner => Choices.FirstOrDefault(choice =>
        Ballots > 0 && Choices.All(other => other == choice || Above(choice, other) > Above(other, choice)));
}
