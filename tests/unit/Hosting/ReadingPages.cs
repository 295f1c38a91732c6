using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Participatie.Tests.Hosting;

internal static partial class ReadingPages
{
    /// <summary>The words of the page's content as a reader meets them: one space between words.</summary>
    public static string MainText(this IDocument page) => WhiteSpace().Replace(page.QuerySelector("main")!.TextContent, " ");

    public static bool LinksTo(this IDocument page, string address) =>
        page.QuerySelectorAll("main a").Any(link => link.GetAttribute("href") == address);

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WhiteSpace();
}
