using Participatie.Surveys.Language;

namespace Participatie.Web.Hosting;

/// <summary>
/// What an address asks for with <c>?taal=</c>, as people and programs write it: <c>?Taal=EN</c>, <c>nl-NL</c>, <c>uk_UA.</c>
/// </summary>
/// <param name="IsUnknown">The page is shown in the visitor's own language and says that there is none of that name.</param>
public sealed record AskedLanguage(bool IsUnknown)
{
    private const string Parameter = "taal";

    /// <summary>No tag needs more (RFC 5646, 4.4.1).</summary>
    private const int LongestTag = 35;

    public static AskedLanguage Nothing { get; } = new(IsUnknown: false);

    public static bool Asks(HttpRequest request) => request.QueryString.HasValue && request.Query.ContainsKey(Parameter);

    /// <summary>The first of them that we have; null when we have none.</summary>
    public static string? Of(HttpRequest request) =>
        request.Query[Parameter].Select(Known).FirstOrDefault(tag => tag is not null);

    /// <summary>What else stands behind the address.</summary>
    public static QueryString Without(HttpRequest request) =>
        QueryString.Create(request.Query.Where(pair => !pair.Key.Equals(Parameter, StringComparison.OrdinalIgnoreCase)));

    private static string? Known(string? written)
    {
        if (written is not { Length: > 0 and <= LongestTag })
            return null;
        // Kinds of dash and what stands behind a printed address: as in the address itself.
        var tag = RightAddress.Of(written.Replace('_', '-')).TrimStart('/');
        for (; tag.Length > 0; tag = tag[..Math.Max(0, tag.LastIndexOf('-'))])
        {
            if (Languages.All.FirstOrDefault(known => known.Equals(tag, StringComparison.OrdinalIgnoreCase)) is { } found)
                return found;
        }

        return null;
    }
}
