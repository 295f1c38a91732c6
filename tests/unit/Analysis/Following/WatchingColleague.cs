namespace Participatie.Tests.Analysis.Following;

/// <summary>
/// Somebody of the staff who reloads every page all the time and keeps all that was ever shown, with the total, which is always known: what
/// can be worked out about a few people.
/// </summary>
internal sealed class WatchingColleague
{
    private const long Few = 10;

    private readonly List<(long Responses, Dictionary<string, long> Shown)> _seen = [];

    /// <param name="responses">All there are.</param>
    /// <param name="shown">Every count of every group on every page, by dimension and group.</param>
    public void Look(long responses, IEnumerable<KeyValuePair<string, long>> shown) =>
        _seen.Add((responses, new Dictionary<string, long>(shown, StringComparer.Ordinal)));

    /// <summary>A count of one to nine people that subtracting gives, or a page that moved for fewer than ten.</summary>
    public IEnumerable<string> Findings()
    {
        var moved = 0L;
        for (var at = 0; at < _seen.Count; at++)
        {
            var (responses, shown) = _seen[at];
            var before = at == 0 ? [] : _seen[at - 1].Shown;
            if (!shown.ToHashSet().SetEquals(before))
            {
                if (moved > 0 && Math.Abs(responses - moved) < Few)
                    yield return $"moved after {responses - moved} responses, at {responses}";
                moved = responses;
            }

            foreach (var (group, count) in shown)
            {
                foreach (var difference in _seen.Take(at).Select(earlier => count - earlier.Shown.GetValueOrDefault(group))
                    .Where(IsFew).Distinct())
                    yield return $"{difference} in {group} between two looks, at {responses}";
            }

            foreach (var dimension in shown.GroupBy(group => group.Key.Split('=')[0]))
            {
                // What is left at the moment when it was renewed: later ones are only more.
                if (moved == responses && responses - dimension.Sum(group => group.Value) is < Few and var left)
                    yield return $"{left} left of all in {dimension.Key}, at {responses}";
            }
        }
    }

    private static bool IsFew(long difference) => difference != 0 && Math.Abs(difference) < Few;
}
