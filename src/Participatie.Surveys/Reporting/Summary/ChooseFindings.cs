namespace Participatie.Surveys.Reporting.Summary;

/// <summary>
/// Which findings stand on the first page. The rule, so that nobody picks what suits them:
/// <list type="number">
/// <item>one place each, where there is one: the strongest ranking, the strongest budget, the closest call. Of several the strongest; of
/// equally strong ones the question that was asked first;</item>
/// <item>the places that are left go to the largest majorities: answers that the largest share of all who saw the question gave;</item>
/// <item>what is left then goes to the other rankings, budgets and close calls, and last to means and to what people wrote;</item>
/// <item>questions that fewer than half of those who took part saw get only what is left after all others, by the same steps: 8 of 37 may
/// be a close call, and is not what the consultation is about;</item>
/// <item>no question takes two places;</item>
/// <item>on the page majorities come first, the largest on top, then ranking, budget, close call and the rest.</item>
/// </list>
/// </summary>
public static class ChooseFindings
{
    public const int Most = 5;

    /// <summary>Two answers that differ by no more than this share of all who saw the question are close.</summary>
    public const double Close = 0.05;

    private static readonly FindingKind[] OnePlaceEach = [FindingKind.Ranking, FindingKind.Budget, FindingKind.CloseCall];

    /// <param name="candidates">By question, in the order in which they were asked.</param>
    public static IReadOnlyList<(T Question, Finding Finding)> Of<T>(IReadOnlyList<(T Question, Finding Finding)> candidates)
        where T : notnull
    {
        // Stable: what was asked first goes first.
        var strongest = candidates.OrderByDescending(candidate => candidate.Finding.Strength).ToList();
        var chosen = new List<(T Question, Finding Finding)>();
        foreach (var isOfFew in new[] { false, true })
        {
            var from = strongest.Where(candidate => candidate.Finding.IsOfFew == isOfFew).ToList();
            foreach (var kind in OnePlaceEach)
                Take(from.Where(candidate => candidate.Finding.Kind == kind), 1);
            Take(from.Where(candidate => candidate.Finding.Kind == FindingKind.Majority), Most);
            Take(from.Where(candidate => OnePlaceEach.Contains(candidate.Finding.Kind)), Most);
            Take(candidates.Where(one => one.Finding is { Kind: FindingKind.Other } && one.Finding.IsOfFew == isOfFew), Most);
        }

        return
        [
            .. chosen.OrderBy(one => one.Finding.IsOfFew).ThenBy(one => one.Finding.Kind)
                .ThenByDescending(one => one.Finding.Strength),
        ];

        void Take(IEnumerable<(T Question, Finding Finding)> from, int most)
        {
            foreach (var candidate in from)
            {
                if (most == 0 || chosen.Count == Most)
                    return;
                if (chosen.Exists(one => one.Question.Equals(candidate.Question)))
                    continue;
                chosen.Add(candidate);
                most--;
            }
        }
    }
}
