using Microsoft.Net.Http.Headers;

namespace Participatie.Web.Hosting;

/// <summary>
/// Headers of every response, whoever writes it. Set when the response starts, since the fault handler clears what came before.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    // Nothing inline and nothing from elsewhere: a style attribute or a script in a page simply does not work.
    private const string ContentPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; media-src 'self'; "
        + "worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    /// <summary>
    /// What asks the visitor something or follows them; without frames and foreign scripts nothing else could be used at all.
    /// </summary>
    private const string Permissions = "browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    private static readonly PathString Preview = new(Addresses.Preview.TrimEnd('/'));

    private static readonly PathString Council = new(Addresses.Council.TrimEnd('/'));

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(Write, context.Response);
        return next(context);
    }

    private static Task Write(object state)
    {
        var response = (HttpResponse)state;
        var headers = response.Headers;
        headers.XContentTypeOptions = "nosniff";
        var isDesk = Desk.Of(response.HttpContext) is not null;
        // By its path, which a page of a fault has too: whoever learns the address of a preview, or a member's link, can use it.
        var path = response.HttpContext.Request.Path;
        var isPreview = path.StartsWithSegments(Preview, StringComparison.OrdinalIgnoreCase)
            || path.StartsWithSegments(Council, StringComparison.OrdinalIgnoreCase);
        headers["Referrer-Policy"] = isDesk || isPreview ? "no-referrer" : "same-origin";
        if (isPreview)
            headers["X-Robots-Tag"] = "noindex, nofollow";
        // A redirect shows nothing, so nothing of it can be kept in bounds; after each answer a phone loads one.
        if (response.StatusCode is < StatusCodes.Status300MultipleChoices or >= StatusCodes.Status400BadRequest)
        {
            headers.ContentSecurityPolicy = ContentPolicy;
            headers["Permissions-Policy"] = Permissions;
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
        }

        // Every page varies by the language cookie, so no cache between us and the visitor may keep it. Going Back still shows it at once.
        if (isDesk || isPreview)
            headers.CacheControl = "no-store";
        else if (headers.CacheControl.Count == 0)
            headers.CacheControl = response.HttpContext.GetEndpoint()?.Metadata.GetMetadata<NeverKept>() is null
                ? "private, no-cache"
                : "no-store";
        // On a first visit by what the browser asks for, from then on by the cookie.
        if (headers.ContentType is [{ } type, ..] && type.StartsWith("text/html", StringComparison.Ordinal))
            headers.Append(HeaderNames.Vary, "Accept-Language, Cookie");
        return Task.CompletedTask;
    }
}
