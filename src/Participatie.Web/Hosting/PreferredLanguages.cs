using Microsoft.Net.Http.Headers;

namespace Participatie.Web.Hosting;

/// <summary>What <c>Accept-Language</c> says (RFC 9110, 12.5.4), most wanted first: <c>ar-SY</c> asks for <c>ar</c> too.</summary>
internal static class PreferredLanguages
{
    /// <summary>Browsers send a handful; the rest of a very long header says nothing about a reader.</summary>
    private const int Most = 20;

    public static IEnumerable<string> Of(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var ranges)
            ? ranges.Take(Most)
                .Where(range => range.Quality is not 0)
                .OrderByDescending(range => range.Quality ?? 1)
                .SelectMany(range => Parts(range.Value.Value ?? ""))
            : [];

    private static IEnumerable<string> Parts(string tag)
    {
        for (var part = tag; part.Length > 0; part = part[..Math.Max(0, part.LastIndexOf('-'))])
            yield return part;
    }
}
