using Microsoft.AspNetCore.Antiforgery;

namespace Participatie.Web.Hosting;

/// <summary>The framework's antiforgery, for forms of residents that are nobody's (<see cref="HideUser"/>).</summary>
internal sealed class AntiforgeryByScheme(IAntiforgery framework) : IAntiforgery
{
    public const string FieldName = "__RequestVerificationToken";

    public static void AddTo(IServiceCollection services)
    {
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<IHttpContextAccessor>((options, request) =>
        {
            options.FormFieldName = FieldName;
            options.Cookie = new TokenCookie(request);
            // The content policy says frame-ancestors 'none', which every browser that matters obeys.
            options.SuppressXFrameOptionsHeader = true;
        });
        var framework = services.Last(service => service.ServiceType == typeof(IAntiforgery)).ImplementationType!;
        services.AddSingleton<IAntiforgery>(provider =>
            new AntiforgeryByScheme((IAntiforgery)ActivatorUtilities.CreateInstance(provider, framework)));
    }

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext)
    {
        using var _ = HideUser.Of(httpContext);
        return framework.GetAndStoreTokens(httpContext);
    }

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext)
    {
        using var _ = HideUser.Of(httpContext);
        return framework.GetTokens(httpContext);
    }

    public async Task<bool> IsRequestValidAsync(HttpContext httpContext)
    {
        using var _ = HideUser.Of(httpContext);
        return await framework.IsRequestValidAsync(httpContext);
    }

    public async Task ValidateRequestAsync(HttpContext httpContext)
    {
        using var _ = HideUser.Of(httpContext);
        await framework.ValidateRequestAsync(httpContext);
    }

    public void SetCookieTokenAndHeader(HttpContext httpContext) => framework.SetCookieTokenAndHeader(httpContext);

    /// <summary>Whether the browser sent our cookie along: without it no form of theirs can be checked, however new it is.</summary>
    public static bool HasCookie(HttpRequest request) => request.Cookies.ContainsKey(TokenCookie.NameFor(request));

    /// <summary>
    /// Its name begins with <c>__Host-</c> over HTTPS, where alone that is allowed: the same process may serve both, so it is that of the
    /// request at hand.
    /// </summary>
    private sealed class TokenCookie : CookieBuilder
    {
        private const string Plain = "formulier";
        private const string Secure = "__Host-" + Plain;
        private readonly IHttpContextAccessor _request;

        public TokenCookie(IHttpContextAccessor request)
        {
            _request = request;
            Path = "/";
            HttpOnly = true;
            SameSite = SameSiteMode.Strict;
            SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        /// <summary>Outside of a request the framework only looks whether there is one.</summary>
        public override string? Name => _request.HttpContext is { } context ? NameFor(context.Request) : Plain;

        public static string NameFor(HttpRequest request) => request.IsHttps ? Secure : Plain;
    }
}
