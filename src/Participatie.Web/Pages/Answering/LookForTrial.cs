using Participatie.Surveys.Definition;
using Participatie.Web.Frame;

namespace Participatie.Web.Pages.Answering;

/// <summary>Has every page of a trial say that it is one.</summary>
internal sealed class LookForTrial(RequestDelegate next, Catalogue catalogue)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (ConsultationPages.LatestOf(context) is { ConsultationId: >= ConsultationEntry.FirstTrial } latest
            && catalogue.LifeOf(latest.ConsultationId) is { IsTrial: true })
        {
            PageNotice.SayTrial(context);
        }

        return next(context);
    }
}
