using Participatie.Surveys.Definition;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Answering;

/// <summary>
/// Answers every address of a consultation that this release does not understand, with a plain page. Nothing of it is lost: the release
/// that published it shows it again.
/// </summary>
internal sealed class UnavailableConsultations(RequestDelegate next, Catalogue catalogue)
{
    public Task InvokeAsync(HttpContext context) =>
        catalogue.Unreadable.Count > 0 && ConsultationPages.SlugOf(context) is { } slug && catalogue.UnreadableOf(slug) is not null
            ? RefusalPage.WriteUnavailableAsync(context)
            : next(context);
}
