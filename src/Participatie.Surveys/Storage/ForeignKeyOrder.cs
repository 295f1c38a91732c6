namespace Participatie.Surveys.Storage;

/// <summary>
/// An order of tables in which each comes after those that it refers to: rows can be put in along it, and deleted in reverse.
/// </summary>
internal static class ForeignKeyOrder
{
    /// <param name="tables">In an order that stays where the keys leave it open.</param>
    /// <param name="references">The tables that one refers to; itself does not count.</param>
    /// <exception cref="InvalidOperationException">Two tables refer to each other.</exception>
    public static IReadOnlyList<string> Of(IEnumerable<string> tables, Func<string, IEnumerable<string>> references)
    {
        var ordered = new List<string>();
        var waiting = tables.Order(StringComparer.Ordinal).ToList();
        while (waiting.Count > 0)
        {
            var next = waiting.Find(table => !references(table).Any(other => other != table && waiting.Contains(other)))
                ?? throw new InvalidOperationException($"These tables refer to each other: {string.Join(", ", waiting)}.");
            ordered.Add(next);
            waiting.Remove(next);
        }

        return ordered;
    }
}
