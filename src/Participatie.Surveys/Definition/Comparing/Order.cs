namespace Participatie.Surveys.Definition.Comparing;

/// <summary>Which items of a list kept their order, so that the fewest are said to have moved.</summary>
internal static class Order
{
    /// <summary>
    /// A longest increasing subsequence, by patience sorting (Fredman 1975): n log n for any list.
    /// </summary>
    /// <param name="oldPlaces">Of each item of the new list: its place in the old one, -1 when it was not there.</param>
    /// <returns>Places in the new list.</returns>
    public static IReadOnlySet<int> Kept(int[] oldPlaces)
    {
        // Of each length: the item on which a row of that length can end with the lowest old place.
        var ends = new List<int>();
        var before = new int[oldPlaces.Length];
        for (var place = 0; place < oldPlaces.Length; place++)
        {
            if (oldPlaces[place] < 0)
            {
                continue;
            }

            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = oldPlaces[ends[middle]] < oldPlaces[place] ? (middle + 1, high) : (low, middle);
            }

            before[place] = low == 0 ? -1 : ends[low - 1];
            if (low == ends.Count)
            {
                ends.Add(place);
            }
            else
            {
                ends[low] = place;
            }
        }

        var kept = new HashSet<int>();
        for (var place = ends.Count == 0 ? -1 : ends[^1]; place >= 0; place = before[place])
        {
            kept.Add(place);
        }

        return kept;
    }
}
