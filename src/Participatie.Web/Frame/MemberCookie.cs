using Participatie.Surveys.Codes;

namespace Participatie.Web.Frame;

/// <summary>
/// Who came in by a personal link of the council, on this device: the link, the preview that is walked, and what names how this person
/// reads, which no row ties to the link.
/// </summary>
/// <param name="Member">The token of the link.</param>
/// <param name="Preview">The token of the preview.</param>
/// <param name="Visit">Of the visit.</param>
public sealed record MemberCookie(string Member, string Preview, byte[] Visit)
{
    private const string Name = "adviesraad";
    private const int Parts = 3;
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    /// <returns>Null when nobody came in here by that link.</returns>
    public static MemberCookie? Of(HttpContext context, string member) => Read(context) is { } cookie && cookie.Member == member ? cookie : null;

    /// <returns>Null when nobody walks that preview for the council.</returns>
    public static MemberCookie? OfPreview(HttpContext context, string preview) =>
        Read(context) is { } cookie && cookie.Preview == preview ? cookie : null;

    public void Remember(HttpContext context) => Hosting.VisitorCookies.Write(
        context, Name, $"{Member}.{Preview}.{Convert.ToHexStringLower(Visit)}", Remembered);

    private static MemberCookie? Read(HttpContext context) =>
        Hosting.VisitorCookies.Read(context, Name)?.Split('.') is { Length: Parts } parts
        && PreviewToken.Fits(parts[0]) && PreviewToken.Fits(parts[1])
        && parts[2].Length % 2 == 0 && parts[2].All(char.IsAsciiHexDigitLower)
            ? new MemberCookie(parts[0], parts[1], Convert.FromHexString(parts[2]))
            : null;
}
