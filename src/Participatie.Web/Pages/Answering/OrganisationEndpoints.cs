using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Answering;

/// <summary>Begins a draft on behalf of an organisation.</summary>
internal static class OrganisationEndpoints
{
    public static async Task<IResult> Get(HttpContext context, string slug, Visits visits) => await visits.OfAsync(context, slug) switch
    {
        { Definition.Organisations: true } visit => MayBegin(visit)
            ? PageResult.Of<OrganisationPage>(visit.Definition)
            : new SeeOther(Addresses.Consultation(slug)),
        _ => Results.NotFound(),
    };

    public static async Task<IResult> Post(HttpContext context, string slug, Visits visits, Drafts drafts, Words words)
    {
        if (await visits.OfAsync(context, slug) is not { Definition.Organisations: true } visit)
        {
            return Results.NotFound();
        }

        if (!MayBegin(visit))
        {
            return new SeeOther(Addresses.Consultation(slug));
        }

        var (token, _) = await drafts.StartAsync(visit.Begin(words) with { Organisation = true }, context.RequestAborted);
        DraftCookie.Keep(context, slug, token);
        return new SeeOther(visit.NextAddress);
    }

    private static bool MayBegin(Visit visit) =>
        visit is { State: OpenState.Open, Draft: null, IsMoved: false, Definition.Invitation: not InvitationRule.Required };
}
