using System.Globalization;

namespace Participatie.Web.Hosting;

/// <summary>Answers that one network asked for too much, and when it can ask again.</summary>
internal sealed class TooBusy(TimeSpan wait) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        RefusalPage.WriteAsync(httpContext, StatusCodes.Status429TooManyRequests, SayWhen(httpContext, wait));

    /// <returns>Whole seconds, as the page says them.</returns>
    public static int SayWhen(HttpContext context, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return seconds;
    }
}
