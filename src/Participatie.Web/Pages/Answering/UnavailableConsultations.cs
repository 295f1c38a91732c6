using Microsoft.Net.Http.Headers;
using Participatie.Surveys.Definition;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Answering;

/// <summary>
/// Answers every address of a consultation that this release does not understand, with a plain page. Nothing of it is lost: the release
/// that published it shows it again.
/// </summary>
internal sealed class UnavailableConsultations(RequestDelegate next, Catalogue catalogue)
{
    private static readonly TimeSpan ComeBackAfter = TimeSpan.FromHours(1);

    public Task InvokeAsync(HttpContext context) =>
        catalogue.Unreadable.Count > 0 && PageLanguages.IsOfConsultation(context) && context.GetRouteValue("slug") is string slug && catalogue.UnreadableOf(slug) is not null
            ? WriteAsync(context)
            : next(context);

    /// <summary>Also for what is only found out on the way, as when a code leads to it.</summary>
    public static Task WriteAsync(HttpContext context)
    {
        context.Response.Headers[HeaderNames.RetryAfter] = ((int)ComeBackAfter.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return RefusalPage.WriteUnavailableAsync(context);
    }
}
