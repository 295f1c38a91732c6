using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition.Previews;
using Participatie.Surveys.Language;
using Participatie.Web.Frame;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Answering;

/// <summary>
/// Opens the preview of an address before anything of its page is settled. A link that has ended, and a document that cannot be shown, are
/// answered here: no page behind it can forget to look.
/// </summary>
internal sealed class LookForPreview(RequestDelegate next, OpenPreview open)
{
    public Task InvokeAsync(HttpContext context) =>
        ConsultationPages.SlugOf(context) is { } token && PreviewToken.Fits(token) ? OpenAsync(context, token) : next(context);

    private async Task OpenAsync(HttpContext context, string token)
    {
        switch (await open.OfAsync(token, context.RequestAborted))
        {
            case PreviewFinding.Shown(var preview):
                context.Features.Set(preview);
                context.Features.Set(PageNotice.Preview(preview.Slug, token));
                await next(context);
                break;
            case PreviewFinding.Stopped stopped:
                VisitorLanguage.ShowFor(context, Audience.Staff);
                await PageResult.Of<PreviewStoppedPage>(stopped, StatusCodes.Status422UnprocessableEntity).ExecuteAsync(context);
                break;
            default:
                VisitorLanguage.ShowFor(context, Audience.Staff);
                await PageResult.Empty<PreviewGonePage>(StatusCodes.Status410Gone).ExecuteAsync(context);
                break;
        }
    }
}
