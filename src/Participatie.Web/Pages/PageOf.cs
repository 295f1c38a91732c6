using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Participatie.Web.Pages;

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

    /// <summary>The name of what is searched for in it.</summary>
    public const string Search = "zoek";

    private const int LongestSearch = 100;

    /// <summary>As it was typed, cut off where nobody types any further.</summary>
    public static string SearchIn(HttpContext context)
    {
        var typed = context.Request.Query[Search].ToString().Trim();
        return typed[..Math.Min(typed.Length, LongestSearch)];
    }

    /// <param name="all">The whole list.</param>
    /// <param name="asked">As it stands in the address: the first page when it is no number, the last when there are not so many.</param>
    /// <param name="size">Rows on a page.</param>
    public static PageOf<T> Take<T>(IReadOnlyList<T> all, string? asked, int size)
    {
        var (number, last) = Place(all.Count, asked, size);
        return new PageOf<T>([.. all.Skip((number - 1) * size).Take(size)], all.Count, number, last);
    }

    /// <summary>The same of a list that stays in the database.</summary>
    public static async Task<PageOf<T>> TakeAsync<T>(IQueryable<T> all, string? asked, int size, CancellationToken cancellationToken)
    {
        var count = await all.CountAsync(cancellationToken);
        var (number, last) = Place(count, asked, size);
        return new PageOf<T>(await all.Skip((number - 1) * size).Take(size).ToListAsync(cancellationToken), count, number, last);
    }

    public static string AddressOf(string list, string search, int page) => string.Create(
        CultureInfo.InvariantCulture, $"{list}?{Search}={Uri.EscapeDataString(search)}&{Name}={page}");

    /// <summary>The page that an address asks for, whether there is one or not.</summary>
    public static int NumberIn(HttpContext context) => Number(context.Request.Query[Name]);

    private static (int Number, int Last) Place(int count, string? asked, int size)
    {
        var last = Math.Max(1, (count + size - 1) / size);
        return (Math.Clamp(Number(asked), 1, last), last);
    }

    private static int Number(string? asked) =>
        int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
}
