using Participatie.Surveys.Answering;
using Participatie.Surveys.Codes;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Answering;

/// <summary>
/// The token of a draft on the resident's device: one cookie for each consultation, and the only one that answering needs. On a computer
/// that more people use it ends with the browser. That is a fact of the device and not of the draft, which may go on elsewhere: so the
/// cookie itself says it.
/// </summary>
internal static class DraftCookie
{
    private const string SharedMark = ".gedeeld";

    /// <summary>Of a preview: by another name and on its own pages only, so that the draft of a resident never meets it.</summary>
    private const string OfPreview = "voorbeeld";

    /// <summary>So long the thank-you page and a second send show the same receipt.</summary>
    private static readonly TimeSpan AfterSending = TimeSpan.FromMinutes(15);

    public static DraftToken? Read(HttpContext context, string slug) =>
        DraftToken.Parse(Value(context, slug)?.Replace(SharedMark, "", StringComparison.Ordinal));

    public static bool IsShared(HttpContext context, string slug) =>
        Value(context, slug)?.EndsWith(SharedMark, StringComparison.Ordinal) == true;

    /// <summary>On a device that was called shared before, it stays so.</summary>
    public static void Keep(HttpContext context, string slug, DraftToken token) => Keep(context, slug, token, IsShared(context, slug));

    public static void Keep(HttpContext context, string slug, DraftToken token, bool isShared) =>
        Write(context, slug, token, isShared, Draft.Lifetime);

    public static void KeepForReceipt(HttpContext context, string slug, DraftToken token) =>
        Write(context, slug, token, IsShared(context, slug), AfterSending);

    /// <summary>
    /// Writes over the token before <see cref="Forget"/>: Chromium throws away the pages that it holds for Back when a cookie gets another
    /// value, and keeps them when one goes. The page of what was wiped comes next and lets it go.
    /// </summary>
    public static void Overwrite(HttpContext context, string slug) =>
        VisitorCookies.Write(context, Name(slug), "gewist", AfterSending, PathOf(slug));

    public static void Forget(HttpContext context, string slug) => VisitorCookies.Delete(context, Name(slug), PathOf(slug));

    private static void Write(HttpContext context, string slug, DraftToken token, bool isShared, TimeSpan lasts) =>
        VisitorCookies.Write(
            context,
            Name(slug),
            isShared ? token.Cookie + SharedMark : token.Cookie,
            isShared || PreviewToken.Fits(slug) ? null : lasts,
            PathOf(slug));

    private static string? Value(HttpContext context, string slug) => VisitorCookies.Read(context, Name(slug), PathOf(slug));

    private static string Name(string slug) => PreviewToken.Fits(slug) ? OfPreview : "concept-" + slug;

    private static string PathOf(string slug) => PreviewToken.Fits(slug) ? Addresses.Consultation(slug) : "/";
}
