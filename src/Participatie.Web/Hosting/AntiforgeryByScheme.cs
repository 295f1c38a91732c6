using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;

namespace Participatie.Web.Hosting;

/// <summary>
/// The framework's antiforgery fixes the name of its cookie at the start, but <c>__Host-</c> is only allowed over HTTPS and the same
/// process may serve both. So there are two of it, which differ in their cookie alone.
/// </summary>
internal sealed class AntiforgeryByScheme(IDataProtectionProvider keys, ILoggerFactory logs) : IAntiforgery
{
    public const string FieldName = "__RequestVerificationToken";

    private const string CookieName = "formulier";
    private const string SecureCookieName = "__Host-" + CookieName;
    private readonly IAntiforgery _plain = Make(keys, logs, CookieName, CookieSecurePolicy.None);
    private readonly IAntiforgery _secure = Make(keys, logs, SecureCookieName, CookieSecurePolicy.Always);

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext)
    {
        using var _ = HideUser.Of(httpContext);
        return For(httpContext).GetAndStoreTokens(httpContext);
    }

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext)
    {
        using var _ = HideUser.Of(httpContext);
        return For(httpContext).GetTokens(httpContext);
    }

    public async Task<bool> IsRequestValidAsync(HttpContext httpContext)
    {
        using var _ = HideUser.Of(httpContext);
        return await For(httpContext).IsRequestValidAsync(httpContext);
    }

    public async Task ValidateRequestAsync(HttpContext httpContext)
    {
        using var _ = HideUser.Of(httpContext);
        await For(httpContext).ValidateRequestAsync(httpContext);
    }

    public void SetCookieTokenAndHeader(HttpContext httpContext) => For(httpContext).SetCookieTokenAndHeader(httpContext);

    /// <summary>Whether the browser sent our cookie along: without it no form of theirs can be checked, however new it is.</summary>
    public static bool HasCookie(HttpRequest request) => request.Cookies.ContainsKey(request.IsHttps ? SecureCookieName : CookieName);

    private IAntiforgery For(HttpContext context) => context.Request.IsHttps ? _secure : _plain;

    private static IAntiforgery Make(IDataProtectionProvider keys, ILoggerFactory logs, string cookie, CookieSecurePolicy secure)
    {
        var own = new ServiceCollection();
        own.AddAntiforgery(options =>
        {
            options.FormFieldName = FieldName;
            options.Cookie.Name = cookie;
            options.Cookie.Path = "/";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = secure;
            // The content policy says frame-ancestors 'none', which every browser that matters obeys.
            options.SuppressXFrameOptionsHeader = true;
        });
        // After AddAntiforgery, which brings key and log services of its own: both must be the site's.
        own.AddSingleton(keys).AddSingleton(logs);
        return own.BuildServiceProvider().GetRequiredService<IAntiforgery>();
    }
}
