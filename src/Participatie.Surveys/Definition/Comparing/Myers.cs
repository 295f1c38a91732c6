namespace Participatie.Surveys.Definition.Comparing;

/// <summary>A shortest way from one row of tokens to another (Myers, "An O(ND) difference algorithm and its variations", 1986).</summary>
internal static class Myers
{
    /// <summary>Texts that differ in more tokens are simply another text: telling them apart word for word helps nobody.</summary>
    private const int MostEdits = 600;

    public static IReadOnlyList<Piece> Compare(List<string> before, List<string> after)
    {
        var start = 0;
        while (start < before.Count && start < after.Count && before[start] == after[start])
        {
            start++;
        }

        var end = 0;
        while (end < before.Count - start && end < after.Count - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        var (old, now) = (before[start..(before.Count - end)], after[start..(after.Count - end)]);
        return
        [
            .. before.Take(start).Select(token => new Piece(PieceKind.Same, token)),
            .. Middle(old, now) ?? Replaced(old, now),
            .. before.Skip(before.Count - end).Select(token => new Piece(PieceKind.Same, token)),
        ];
    }

    private static IEnumerable<Piece> Replaced(List<string> old, List<string> now) =>
        old.Select(token => new Piece(PieceKind.Gone, token)).Concat(now.Select(token => new Piece(PieceKind.New, token)));

    /// <returns>Null when they differ in too much.</returns>
    private static List<Piece>? Middle(List<string> old, List<string> now)
    {
        var most = Math.Min(old.Count + now.Count, MostEdits);
        // On each diagonal (old place minus new place) the furthest old place, after so many edits.
        var furthest = new int[(2 * most) + 3];
        var middle = most + 1;
        var history = new List<int[]>();
        for (var edits = 0; edits <= most; edits++)
        {
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var takesNew = TakesNew(furthest, middle, diagonal, edits);
                var x = takesNew ? furthest[middle + diagonal + 1] : furthest[middle + diagonal - 1] + 1;
                while (x < old.Count && x - diagonal < now.Count && old[x] == now[x - diagonal])
                {
                    x++;
                }

                furthest[middle + diagonal] = x;
                if (x >= old.Count && x - diagonal >= now.Count)
                {
                    return Walk(old, now, history);
                }
            }

            history.Add(furthest[(middle - edits)..(middle + edits + 1)]);
        }

        return null;
    }

    /// <summary>Back along the way, from its end.</summary>
    private static List<Piece> Walk(List<string> old, List<string> now, List<int[]> history)
    {
        var pieces = new List<Piece>();
        var (x, y) = (old.Count, now.Count);
        for (var edits = history.Count; edits > 0; edits--)
        {
            var before = history[edits - 1];
            var diagonal = x - y;
            var takesNew = TakesNew(before, edits - 1, diagonal, edits);
            var from = diagonal + (takesNew ? 1 : -1);
            var oldX = before[from + edits - 1];
            var oldY = oldX - from;
            for (; x > oldX + (takesNew ? 0 : 1) && y > oldY + (takesNew ? 1 : 0); x--, y--)
            {
                pieces.Add(new Piece(PieceKind.Same, old[x - 1]));
            }

            pieces.Add(takesNew ? new Piece(PieceKind.New, now[oldY]) : new Piece(PieceKind.Gone, old[oldX]));
            (x, y) = (oldX, oldY);
        }

        for (; x > 0; x--)
        {
            pieces.Add(new Piece(PieceKind.Same, old[x - 1]));
        }

        pieces.Reverse();
        return pieces;
    }

    private static bool TakesNew(int[] furthest, int middle, int diagonal, int edits) => diagonal == -edits
        || (diagonal != edits && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1]);
}
