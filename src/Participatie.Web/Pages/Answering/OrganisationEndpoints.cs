using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Answering;

/// <summary>Begins a draft on behalf of an organisation.</summary>
internal static class OrganisationEndpoints
{
    public static async Task<IResult> Get(HttpContext context, string slug, FindVisit findVisit) =>
        await findVisit.OfAsync(context, slug) switch
    {
        { Definition.Organisations: true } visit => MayBegin(visit)
            ? PageResult.Of<OrganisationPage>(visit.Definition)
            : new SeeOther(Addresses.Consultation(slug)),
        _ => Results.NotFound(),
    };

    public static async Task<IResult> Post(
        HttpContext context, string slug, FindVisit findVisit, NewDrafts newDrafts, InterfaceWords words)
    {
        if (await findVisit.OfAsync(context, slug) is not { Definition.Organisations: true } visit)
        {
            return Results.NotFound();
        }

        if (!MayBegin(visit))
        {
            return new SeeOther(Addresses.Consultation(slug));
        }

        return await StartDraft.ChooseAsync(context, visit, newDrafts, words, draft => draft with { Organisation = true });
    }

    private static bool MayBegin(Visit visit) => StartDraft.MayChoose(visit) && visit.Definition.Invitation != InvitationRule.Required;
}
