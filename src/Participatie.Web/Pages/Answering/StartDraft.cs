using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Answering;

/// <summary>Begins a draft with a choice of the start page; one choice after another may be made until something is answered.</summary>
internal static class StartDraft
{
    public static bool MayChoose(Visit visit) => visit is { State: OpenState.Open, IsMoved: false, HasNoAnswers: true };

    /// <returns>Leads on: to the code from the letter where there may be one, else to the first question.</returns>
    public static async Task<IResult> ChooseAsync(
        HttpContext context,
        Visit visit,
        NewDrafts newDrafts,
        InterfaceWords words,
        Func<Draft, Draft> choice,
        bool isShared = false)
    {
        if (visit.Draft is null && newDrafts.Take(context) is { Ticks: > 0 } wait)
        {
            return new TooBusy(wait);
        }

        var before = visit.Draft ?? visit.Begin(words);
        if (visit is { Draft: not null, Token: { } old })
        {
            await visit.Drafts.WipeAsync(old, context.RequestAborted);
        }

        var (token, draft) = await visit.Drafts.StartAsync(choice(before), context.RequestAborted);
        CountWay.Begun(visit);
        DraftCookie.Keep(context, visit.Slug, token, isShared || DraftCookie.IsShared(context, visit.Slug));
        return new SeeOther(visit.Definition.Invitation != InvitationRule.None && draft is { Invitation: null, Organisation: false }
            ? Addresses.Invitation(visit.Slug)
            : visit.NextAddress);
    }
}
