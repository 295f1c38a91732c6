namespace Participatie.Web.Hosting;

/// <summary>
/// Cookies of a visitor. Over HTTPS their names begin with <c>__Host-</c>, so that no other site under the same domain and no plain
/// connection can plant one. Over plain HTTP (a developer's machine) a browser would refuse that name.
/// </summary>
public static class VisitorCookies
{
    /// <summary>Every page of the site.</summary>
    private const string Everywhere = "/";

    public static string? Read(HttpContext context, string name, string path = Everywhere) =>
        context.Request.Cookies[NameFor(context, name, path)];

    /// <param name="lasts">How long the browser keeps it; null is until the browser closes.</param>
    /// <param name="path">The pages that get it.</param>
    public static void Write(HttpContext context, string name, string value, TimeSpan? lasts, string path = Everywhere) =>
        context.Response.Cookies.Append(NameFor(context, name, path), value, Options(context, lasts, path));

    public static void Delete(HttpContext context, string name, string path = Everywhere) =>
        context.Response.Cookies.Delete(NameFor(context, name, path), Options(context, lasts: null, path));

    /// <summary>A browser takes <c>__Host-</c> for the whole site only.</summary>
    public static string NameFor(HttpContext context, string name, string path = Everywhere) =>
        !context.Request.IsHttps ? name : path == Everywhere ? "__Host-" + name : "__Secure-" + name;

    private static CookieOptions Options(HttpContext context, TimeSpan? lasts, string path) => new()
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        // Lax, not Strict: somebody who comes back through the link in the letter still has the draft and the language.
        SameSite = SameSiteMode.Lax,
        Path = path,
        MaxAge = lasts,
        IsEssential = true,
    };
}
