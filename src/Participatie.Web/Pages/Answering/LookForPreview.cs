using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition.Previews;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;
using Participatie.Web.Frame;
using Participatie.Web.Hosting;
using Participatie.Web.Pages.Review.Members;

namespace Participatie.Web.Pages.Answering;

/// <summary>
/// Opens the preview of an address before anything of its page is settled. A link that has ended, and a document that cannot be shown, are
/// answered here: no page behind it can forget to look.
/// </summary>
internal sealed class LookForPreview(RequestDelegate next, OpenPreview open, FindMember members, KeepLook keep, GroupedWriter writer)
{
    public Task InvokeAsync(HttpContext context) =>
        ConsultationPages.SlugOf(context) is { } token && PreviewToken.Fits(token) ? OpenAsync(context, token) : next(context);

    private async Task OpenAsync(HttpContext context, string token)
    {
        switch (await open.OfAsync(token, context.RequestAborted))
        {
            case PreviewFinding.Shown(var preview):
                if (preview.PersonalLink is { } link
                    && await MemberRight.RefusalAsync(context, await members.ByHashAsync(link, context.RequestAborted)) is { } refusal)
                {
                    VisitorLanguage.ShowFor(context, Audience.Council);
                    await refusal.ExecuteAsync(context);
                    break;
                }

                context.Features.Set(preview);
                await WalkAsync(context, PageNotice.Preview(preview.Slug, token), token);
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

    /// <summary>For a member of the council who came in, and whom the page asks how it is, it is kept that somebody looked.</summary>
    private async Task WalkAsync(HttpContext context, PageNotice notice, string token)
    {
        if (MemberCookie.OfPreview(context, token) is not { } walk)
        {
            context.Features.Set(notice);
            await next(context);
            return;
        }

        var page = context.Request.Path.Value![Addresses.Consultation(token).Length..] is { Length: > 0 } behind ? behind : "/";
        context.Features.Set(notice.For(walk.Member, page));
        await next(context);
        if (!HttpMethods.IsGet(context.Request.Method) || context.Response.StatusCode != StatusCodes.Status200OK)
            return;
        try
        {
            var looked = MemberWalk.LookedAt(page, context);
            await writer.WriteAsync(scope => keep.KeepAsync(scope, walk.Member, walk.Visit, looked), context.RequestAborted);
        }
        catch (ReviewException)
        {
            // The link was ended this very moment.
        }
    }
}
