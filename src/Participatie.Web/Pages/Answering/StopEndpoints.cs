using Participatie.Surveys.Answering;
using Participatie.Surveys.Codes;
using Participatie.Web.Frame;
using Participatie.Web.Hosting;
using Participatie.Web.QuestionInputs;

namespace Participatie.Web.Pages.Answering;

internal static class StopEndpoints
{
    public static async Task<IResult> Get(HttpContext context, string slug, FindVisit findVisit) =>
        await findVisit.OfAsync(context, slug) switch
    {
        null => Results.NotFound(),
        { IsMoved: true } => new SeeOther(Addresses.TakeBack(slug)),
        { Draft: null } visit => Wiped(context, visit),
        var visit => PageResult.Of<StopPage>(StopView.Of(visit)),
    };

    public static async Task<IResult> Post(HttpContext context, string slug, FindVisit findVisit, ResumeDraft resume)
    {
        if (await findVisit.OfAsync(context, slug) is not { } visit)
        {
            return Results.NotFound();
        }

        if (visit is not { Draft: not null, Token: { } token })
        {
            return new SeeOther(Addresses.Stop(slug));
        }

        switch ((await PostedForm.ReadAsync(context)).First(AnswerForm.Way))
        {
            case StopView.Wipe:
                return new SeeOther(Addresses.Wipe(slug));
            case StopView.Later:
                // Shown in the answer to the POST itself: the code is stored as a hash only, and an address must not hold it.
                PageNotice.Add(context, "staff.preview.resume");
                var code = visit.IsPreview ? StopView.Example : await resume.MakeCodeAsync(token, context.RequestAborted);
                return code is null
                    ? new SeeOther(Addresses.Stop(slug))
                    : PageResult.Of<StopPage>(
                        StopView.Of(visit) with
                        {
                            Code = code,
                            ResumeAt = PublicAddress.ToType(PublicAddress.Of(context)) + Addresses.Resume,
                        });
            default:
                return new SeeOther(Addresses.Stop(slug));
        }
    }

    /// <summary>
    /// A page of its own and not the answer to a form: going Back to that would show a fault of the browser. It also stands between the
    /// answers and the end of the cookie, at which browsers throw away the pages that they still hold.
    /// </summary>
    public static async Task<IResult> GetWipe(HttpContext context, string slug, FindVisit findVisit) =>
        await findVisit.OfAsync(context, slug) switch
    {
        null => Results.NotFound(),
        { Draft: null } => new SeeOther(Addresses.Stop(slug)),
        var visit => PageResult.Of<WipePage>(StopView.Of(visit)),
    };

    public static async Task<IResult> PostWipe(HttpContext context, string slug, FindVisit findVisit)
    {
        if (await findVisit.OfAsync(context, slug) is not { } visit)
        {
            return Results.NotFound();
        }

        if (visit is { Draft: not null, Token: { } token })
        {
            await visit.Drafts.WipeAsync(token, context.RequestAborted);
            DraftCookie.Overwrite(context, slug);
        }

        return new SeeOther(Addresses.Stop(slug));
    }

    private static IResult Wiped(HttpContext context, Visit visit)
    {
        DraftCookie.Forget(context, visit.Slug);
        // The browser throws away what our scripts kept there, also when they do not run. Of a preview they keep nothing.
        if (context.Request.IsHttps && !visit.IsPreview)
        {
            context.Response.Headers["Clear-Site-Data"] = "\"storage\"";
        }

        return PageResult.Of<WipedPage>(visit.Definition);
    }
}
