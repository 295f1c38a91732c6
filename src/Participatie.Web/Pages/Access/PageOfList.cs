using System.Globalization;

namespace Participatie.Web.Pages.Access;

/// <summary>What was searched for in a list, and which page of it.</summary>
/// <param name="Search">As it was typed, cut off where nobody types any further.</param>
/// <param name="Asked">The page; of one that there is not the nearest is shown.</param>
internal sealed record PageOfList(string Search, int Asked)
{
    public const string SearchField = "zoek";
    public const string PageField = "pagina";
    private const int LongestSearch = 100;

    public static PageOfList Of(HttpContext context)
    {
        var typed = context.Request.Query[SearchField].ToString().Trim();
        return new PageOfList(
            typed[..Math.Min(typed.Length, LongestSearch)],
            int.TryParse(context.Request.Query[PageField], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1);
    }

    public static int LastOf(int count, int onAPage) => Math.Max(1, (count + onAPage - 1) / onAPage);

    public static string AddressOf(string list, string search, int page) => string.Create(
        CultureInfo.InvariantCulture, $"{list}?{SearchField}={Uri.EscapeDataString(search)}&{PageField}={page}");
}
