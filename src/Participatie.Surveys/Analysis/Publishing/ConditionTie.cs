using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>
/// How many people saw a conditional question says how many gave the answers that it depends on. So it is shown only when these are shown themselves, and of the same
/// people: subtracting the two leaves nobody, or many.
/// </summary>
internal static class ConditionTie
{
    /// <summary>The cells of the source question whose people see the other one.</summary>
    public static IReadOnlyList<string> Cells(Condition condition, Question source) => source is RankingQuestion
        ? [.. condition.IsAnyOf.Select(choice => RankingTally.Position(choice, 0))]
        : condition.IsAnyOf;

    public static bool IsSafe(Condition condition, Question sourceQuestion, QuestionMoment source, QuestionMoment question)
    {
        var cells = Cells(condition, sourceQuestion);
        return !question.IsShown
            || (cells.All(source.Shows) && IsSafe(sourceQuestion, [.. cells.Select(cell => source.Table.Value(cell))], question.Table.Seen()));
    }

    /// <param name="source">The question that it depends on.</param>
    /// <param name="counts">How many people gave each of the answers.</param>
    /// <param name="seen">How many people saw the question.</param>
    public static bool IsSafe(Question source, IReadOnlyList<long> counts, long seen) => source is ChoicesQuestion && counts.Count > 1
        // Somebody may have chosen several of them: who did, and who chose only one, are groups too.
        ? !Suppression.IsSmall(counts.Sum() - seen) && counts.All(count => !Suppression.IsSmall(seen - count))
        : !Suppression.IsSmallChange(counts.Sum() - seen);
}
