using Microsoft.AspNetCore.Authentication.Cookies;

namespace Participatie.Web.Access;

/// <summary>
/// The cookies of staff. Over HTTPS their names begin with <c>__Secure-</c>, so that no plain connection can plant one; <c>__Host-</c> asks
/// for the path
/// <c>/</c>, and residents' pages are to know nobody. Over plain HTTP (a developer's machine) a browser would refuse that name.
/// </summary>
internal sealed class SessionCookies : ICookieManager
{
    private readonly ChunkingCookieManager _cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, NameFor(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, NameFor(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _cookies.DeleteCookie(context, NameFor(context, key), options);

    private static string NameFor(HttpContext context, string key) => context.Request.IsHttps ? "__Secure-" + key : key;
}
