using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.Checks;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Answering;

internal static class StopEndpoints
{
    public static async Task<IResult> Get(HttpContext context, string slug, Visits visits) =>
        await visits.OfAsync(context, slug) is { } visit ? Show(visit) : Results.NotFound();

    public static async Task<IResult> Post(HttpContext context, string slug, Visits visits, Drafts drafts, ResumeDraft resume)
    {
        if (await visits.OfAsync(context, slug) is not { } visit)
        {
            return Results.NotFound();
        }

        if (visit is not { Draft: not null, Token: { } token })
        {
            return new SeeOther(Addresses.Stop(slug));
        }

        switch ((await PostedForm.ReadAsync(context)).First(Posted.Way))
        {
            case StopView.Wipe:
                await drafts.WipeAsync(token, context.RequestAborted);
                DraftCookie.Forget(context, slug);
                return new SeeOther(Addresses.Stop(slug));
            case StopView.Later:
                // Shown in the answer to the POST itself: the code is stored as a hash only, and an address must not hold it.
                var code = await resume.MakeCodeAsync(token, context.RequestAborted);
                return code is null
                    ? new SeeOther(Addresses.Stop(slug))
                    : PageResult.Of<StopPage>(new StopView(slug, visit.Definition.Title, visit.NextAddress, code));
            default:
                return new SeeOther(Addresses.Stop(slug));
        }
    }

    private static IResult Show(Visit visit) => PageResult.Of<StopPage>(
        new StopView(visit.Slug, visit.Definition.Title, visit.Draft is null ? null : visit.NextAddress, Code: null));
}
