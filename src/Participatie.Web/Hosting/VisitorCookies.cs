namespace Participatie.Web.Hosting;

/// <summary>
/// Cookies of a visitor. Over HTTPS their names begin with <c>__Host-</c>, so that no other site under the same domain and no plain
/// connection can plant one. Over plain HTTP (a developer's machine) a browser would refuse that name.
/// </summary>
public static class VisitorCookies
{
    public static string? Read(HttpContext context, string name) => context.Request.Cookies[NameFor(context, name)];

    /// <param name="lasts">How long the browser keeps it; null is until the browser closes.</param>
    public static void Write(HttpContext context, string name, string value, TimeSpan? lasts) =>
        context.Response.Cookies.Append(NameFor(context, name), value, Options(context, lasts));

    public static void Delete(HttpContext context, string name) =>
        context.Response.Cookies.Delete(NameFor(context, name), Options(context, lasts: null));

    public static string NameFor(HttpContext context, string name) => context.Request.IsHttps ? "__Host-" + name : name;

    private static CookieOptions Options(HttpContext context, TimeSpan? lasts) => new()
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        // Lax, not Strict: somebody who comes back through the link in the letter still has the draft and the language.
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = lasts,
        IsEssential = true,
    };
}
