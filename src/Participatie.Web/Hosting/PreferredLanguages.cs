using Microsoft.Net.Http.Headers;

namespace Participatie.Web.Hosting;

/// <summary>What <c>Accept-Language</c> says (RFC 9110, 12.5.4), most wanted first: <c>ar-SY</c> asks for <c>ar</c> too.</summary>
internal static class PreferredLanguages
{
    /// <summary>Browsers send a handful; the rest of a very long header says nothing about a reader.</summary>
    private const int Most = 20;

    /// <summary>Each wish of a browser is some ten characters. Nothing beyond this is read at all.</summary>
    private const int MostCharacters = 1000;

    /// <summary>No tag needs more (RFC 5646, 4.4.1).</summary>
    private const int LongestTag = 35;

    public static IEnumerable<string> Of(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList([Beginning(request.Headers.AcceptLanguage.ToString())], out var ranges)
            ? ranges.Take(Most)
                .Where(range => range.Quality is not 0 && range.Value.Length <= LongestTag)
                .OrderByDescending(range => range.Quality ?? 1)
                .SelectMany(range => Parts(range.Value.Value ?? ""))
            : [];

    /// <summary>Whole wishes only: half a tag would be another language.</summary>
    private static string Beginning(string header) =>
        header.Length <= MostCharacters ? header : header[..Math.Max(0, header.LastIndexOf(',', MostCharacters))];

    private static IEnumerable<string> Parts(string tag)
    {
        for (var part = tag; part.Length > 0; part = part[..Math.Max(0, part.LastIndexOf('-'))])
            yield return part;
    }
}
