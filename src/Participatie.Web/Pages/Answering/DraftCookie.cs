using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.Codes;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Answering;

/// <summary>The token of a draft on the resident's device: one cookie for each consultation, and the only one that answering needs.</summary>
internal static class DraftCookie
{
    /// <summary>So long the thank-you page and a second send show the same receipt.</summary>
    private static readonly TimeSpan AfterSending = TimeSpan.FromMinutes(15);

    public static DraftToken? Read(HttpContext context, string slug) => DraftToken.Parse(VisitorCookies.Read(context, Name(slug)));

    public static void Keep(HttpContext context, string slug, DraftToken token) =>
        VisitorCookies.Write(context, Name(slug), token.Cookie, Draft.Lifetime);

    public static void KeepForReceipt(HttpContext context, string slug, DraftToken token) =>
        VisitorCookies.Write(context, Name(slug), token.Cookie, AfterSending);

    public static void Forget(HttpContext context, string slug) => VisitorCookies.Delete(context, Name(slug));

    private static string Name(string slug) => "concept-" + slug;
}
