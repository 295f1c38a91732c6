namespace Participatie.Web.Hosting;

/// <summary>
/// Marks a POST that is checked by where it came from in place of a token, so that the page with its form carries none and sets no cookie.
/// Only for what cannot hurt when it is forged: the reading settings, a report that anybody may send.
/// </summary>
public sealed class SameOriginOnly
{
    private const string FetchSite = "Sec-Fetch-Site";

    /// <summary>
    /// A browser always says where a POST came from by one of these headers, and a page cannot change them. A request with neither
    /// comes from a program, which has no visitor's cookies to misuse.
    /// </summary>
    internal static bool Accepts(HttpRequest request)
    {
        if (request.Headers.TryGetValue(FetchSite, out var site))
            return site.ToString() is "same-origin" or "none";
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || SameOrigin.Read(request, origin) is not null;
    }
}
