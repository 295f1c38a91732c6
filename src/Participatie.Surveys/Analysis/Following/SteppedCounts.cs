using Participatie.Surveys.Analysis.Publishing;

namespace Participatie.Surveys.Analysis.Following;

/// <summary>
/// The counts of the groups of one whole as they may be shown again and again while it grows: in steps of ten. Whoever follows a table that
/// shows exact counts sees a single person arrive, in it or between yesterday's and today's. Here
/// <list type="bullet">
/// <item>every count that is shown is a multiple of ten, so that no two of them, of any moments or groups, differ by one to nine;</item>
/// <item>at least ten people of the whole are in no count that is shown, so that what is left of the whole is never a few, and a group
/// that is shown lower than it could be may be any of them.</item>
/// </list>
/// While nobody withdraws, what is shown of a group is a number that it has at least, and at most 19 fewer than it has.
/// </summary>
public static class SteppedCounts
{
    public const int Step = Suppression.Threshold;

    /// <summary>So many people more than is shown may be in a group, at most.</summary>
    public const int MostHidden = (2 * Step) - 1;

    /// <param name="shown">What was shown last; a group that is missing had too few.</param>
    /// <param name="counts">How many there are now, of every group of the whole.</param>
    /// <returns>What may be shown now; a group that is missing has too few.</returns>
    public static IReadOnlyDictionary<string, long> Advance(
        IReadOnlyDictionary<string, long> shown, IReadOnlyDictionary<string, long> counts)
    {
        var next = counts.Keys.Union(shown.Keys, StringComparer.Ordinal)
            .ToDictionary(group => group, group => shown.GetValueOrDefault(group), StringComparer.Ordinal);
        var left = counts.Values.Sum() - next.Values.Sum();
        // Whoever withdraws makes a group smaller. Back by a whole step, the one of which the most is shown too much.
        while (left < Step && next.Where(group => group.Value > 0).ToList() is { Count: > 0 } back)
        {
            Move(back.MinBy(Hidden).Key, -Step);
        }

        while (next.Where(group => Hidden(group) <= -Step).ToList() is { Count: > 0 } tooMuch)
        {
            Move(tooMuch.MinBy(Hidden).Key, -Step);
        }

        while (left >= 2 * Step && next.Where(group => Hidden(group) >= Step).ToList() is { Count: > 0 } ready)
        {
            Move(ready.MaxBy(Hidden).Key, Step);
        }

        return next.Where(group => group.Value > 0).ToDictionary(group => group.Key, group => group.Value, StringComparer.Ordinal);

        long Hidden(KeyValuePair<string, long> group) => counts.GetValueOrDefault(group.Key) - group.Value;

        void Move(string group, int step)
        {
            next[group] += step;
            left -= step;
        }
    }
}
