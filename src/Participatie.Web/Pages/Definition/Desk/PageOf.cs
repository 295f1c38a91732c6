using System.Globalization;

namespace Participatie.Web.Pages.Definition.Desk;

/// <summary>A part of a list that is too long for one page.</summary>
/// <param name="Rows">On this page.</param>
/// <param name="Count">Of the whole list.</param>
/// <param name="Number">Of this page, from 1.</param>
/// <param name="Last">Number of the last page.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Rows, int Count, int Number, int Last)
{
    /// <summary>The same page with its rows as they are shown.</summary>
    public PageOf<TShown> Select<TShown>(Func<IReadOnlyList<T>, IEnumerable<TShown>> show) => new([.. show(Rows)], Count, Number, Last);
}

internal static class PageOf
{
    /// <summary>The name of the number of the page in an address, where the page has one list.</summary>
    public const string Name = "pagina";

    /// <param name="all">The whole list.</param>
    /// <param name="asked">As it stands in the address: the first page when it is no number, the last when there are not so many.</param>
    /// <param name="size">Rows on a page.</param>
    public static PageOf<T> Take<T>(IReadOnlyList<T> all, string? asked, int size)
    {
        var last = Math.Max(1, (all.Count + size - 1) / size);
        var number = int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? Math.Clamp(wanted, 1, last) : 1;
        return new PageOf<T>([.. all.Skip((number - 1) * size).Take(size)], all.Count, number, last);
    }
}
