using System.Globalization;

namespace Participatie.Web.Hosting;

/// <summary>Writes the plain page that belongs to a status: what happened and what the visitor can do now.</summary>
internal static class RefusalPage
{
    private const string NotFound = "notfound";
    private const string Method = "method";
    private const string TooLarge = "toolarge";
    private const string FileTooLarge = "filetoolarge";
    private const string TooMany = "toomany";
    private const string Fault = "fault";
    private const string Bad = "bad";

    // Texts of those whom a page behind a sign-in is for.
    private const string SignIn = "signin";
    private const string Forbidden = "forbidden";

    private static readonly TimeSpan ComeBackAfter = TimeSpan.FromHours(1);

    public static Task WriteAsync(HttpContext context, int status, params object[] values) =>
        WriteAsync(context, status, KindOf(context, status), values);

    /// <summary>For a form without a token that is valid.</summary>
    public static Task WriteStaleAsync(HttpContext context) =>
        WriteAsync(context, StatusCodes.Status400BadRequest, AntiforgeryByScheme.HasCookie(context.Request) ? "stale" : "cookies");

    /// <summary>
    /// For a consultation that this release does not understand. Nothing of it is lost: the release that published it shows it again.
    /// </summary>
    public static Task WriteUnavailableAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = ((int)ComeBackAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "offair");
    }

    public static Task WriteFaultAsync(HttpContext context, string reference) =>
        WriteAsync(context, StatusCodes.Status500InternalServerError, Fault, reference);

    /// <summary>For a form whose changes the database did not take: what was stored before is as it was.</summary>
    public static Task WriteUnstoredAsync(HttpContext context, string reference) =>
        WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "unstored", reference);

    private static Task WriteAsync(HttpContext context, int status, string kind, params object[] values) =>
        context.RequestServices.GetRequiredService<WriteRefusal>()(context, new Refusal(status, kind, values, BackTo(context.Request)));

    private static string KindOf(HttpContext context, int status) => status switch
    {
        StatusCodes.Status401Unauthorized when Desk.Of(context) is not null => SignIn,
        StatusCodes.Status403Forbidden when Desk.Of(context) is not null => Forbidden,
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status405MethodNotAllowed => Method,
        StatusCodes.Status413PayloadTooLarge when Desk.Of(context) is not null && TakesFiles(context) => FileTooLarge,
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        StatusCodes.Status429TooManyRequests => TooMany,
        >= StatusCodes.Status500InternalServerError => Fault,
        _ => Bad,
    };

    private static bool TakesFiles(HttpContext context) => context.GetEndpoint() is { } endpoint && FormLimits.Of(endpoint).FileBytes > 0;

    /// <summary>The page with the form that was refused, so that the visitor can go back to it.</summary>
    private static string? BackTo(HttpRequest request) => HttpMethods.IsGet(request.Method) ? null : SameSiteReferer.PathOf(request);
}
