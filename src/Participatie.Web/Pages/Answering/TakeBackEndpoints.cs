using Participatie.Surveys.Answering;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Answering;

/// <summary>Brings a draft back to the device from which it was taken.</summary>
internal static class TakeBackEndpoints
{
    public static async Task<IResult> Get(HttpContext context, string slug, FindVisit findVisit) =>
        await findVisit.OfAsync(context, slug) switch
        {
            null => Results.NotFound(),
            { IsMoved: true } visit => PageResult.Of<LostDraftPage>(LostDraft.Of(visit, typed: null, Addresses.Consultation(slug))),
            var visit => new SeeOther(Elsewhere(visit)),
        };

    public static async Task<IResult> Post(HttpContext context, string slug, FindVisit findVisit, ResumeDraft resume)
    {
        if (await findVisit.OfAsync(context, slug) is not { } visit)
        {
            return Results.NotFound();
        }

        // A second click finds the draft here already; either way the next page is the same.
        if (visit is { IsMoved: true, Token: { } token } && await resume.TakeBackAsync(token, context.RequestAborted))
        {
            DraftCookie.Keep(context, slug, token);
            visit = await findVisit.OfAsync(context, slug) ?? visit;
        }

        return new SeeOther(Elsewhere(visit));
    }

    private static string Elsewhere(Visit visit) => visit.Draft is null ? Addresses.Consultation(visit.Slug) : visit.NextAddress;
}
