using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Language;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Answering;

internal static class StartEndpoints
{
    public static async Task<IResult> Get(HttpContext context, string slug, FindVisit findVisit, Receipts receipts, InterfaceWords words) =>
        await findVisit.OfAsync(context, slug) is { } visit
            ? PageResult.Of<StartPage>(new StartView
            {
                Slug = slug,
                Definition = visit.Definition,
                State = await StateOfAsync(context, visit, receipts),
                Minutes = ReadingTime.Minutes(visit.Definition, words.Language),
                Next = visit.NextAddress,
                IsClosing = visit.State == OpenState.ClosedForNew,
                SendsUntil = visit.SendsUntil,
                ClosesOn = visit.ClosesOn,
                ClosedSince = visit.ClosedSince,
                Life = visit.Life,
            })
            : Results.NotFound();

    public static async Task<IResult> Charter(HttpContext context, string slug, FindVisit findVisit) =>
        await findVisit.OfAsync(context, slug) is { } visit
            ? PageResult.Of<CharterPage>(new CharterView(visit.Version, visit.Life))
            : Results.NotFound();

    /// <summary>
    /// "Opnieuw": wipes the draft and begins at the first question, or at the choices of this page when it has some. A computer that more
    /// people use stays one: the next of them begins where that is said.
    /// </summary>
    public static async Task<IResult> Post(HttpContext context, string slug, FindVisit findVisit)
    {
        if (await findVisit.OfAsync(context, slug) is not { } visit)
        {
            return Results.NotFound();
        }

        // Nobody can begin any more: what was answered can still be sent for an hour, so it stays.
        if (visit.State != OpenState.Open)
        {
            return new SeeOther(Addresses.Consultation(slug));
        }

        var isShared = DraftCookie.IsShared(context, slug);
        if (visit.Token is { } token)
        {
            await visit.Drafts.WipeAsync(token, context.RequestAborted);
            DraftCookie.Forget(context, slug);
        }

        if (isShared)
        {
            return new SeeOther(Addresses.Shared(slug));
        }

        var begins = visit.Definition is { Invitation: InvitationRule.None, Organisations: false };
        return new SeeOther(begins ? visit.AddressOf(visit.Definition.Questions[0], step: 1) : Addresses.Consultation(slug));
    }

    private static async ValueTask<StartState> StateOfAsync(HttpContext context, Visit visit, Receipts receipts) => visit switch
    {
        { State: OpenState.Closed } => StartState.Closed,
        { HasNoAnswers: false } => StartState.Begun,
        { IsMoved: true } => StartState.Moved,
        // A draft without answers holds only how somebody wants to begin.
        { Draft: not null, State: OpenState.Open } => StartState.New,
        { Token: { } token } when await receipts.OfAsync(token, context.RequestAborted) is not null => StartState.Sent,
        { State: OpenState.Open } => StartState.New,
        _ => StartState.Closed,
    };
}
