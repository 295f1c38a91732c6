using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Language;
using Participatie.Web.Hosting;
using Participatie.Web.QuestionInputs;

namespace Participatie.Web.Pages.Answering;

/// <summary>Check all answers, then send them.</summary>
internal static class CheckEndpoints
{
    public static async Task<IResult> Get(HttpContext context, string slug, FindVisit findVisit, Receipts receipts, InterfaceWords words)
    {
        if (await findVisit.OfAsync(context, slug) is not { } visit)
        {
            return Results.NotFound();
        }

        return await ElsewhereAsync(context, visit, receipts) is { } address
            ? new SeeOther(address)
            : PageResult.Of<CheckPage>(CheckView.Of(visit, words, []));
    }

    public static async Task<IResult> Post(
        HttpContext context, string slug, FindVisit findVisit, HandInAnswers handIn, Receipts receipts, InterfaceWords words)
    {
        if (await findVisit.OfAsync(context, slug) is not { } visit)
        {
            return Results.NotFound();
        }

        if (await ElsewhereAsync(context, visit, receipts) is { } address)
        {
            return new SeeOther(visit is { Draft: not null, State: OpenState.Closed } ? $"{address}#{StartPage.NotSent}" : address);
        }

        var draft = visit.Draft!;
        var mayLeaveCode = visit.Definition.Invitation == InvitationRule.Optional;
        if (mayLeaveCode && (await PostedForm.ReadAsync(context)).First(AnswerForm.Way) == CheckView.WithoutCode)
        {
            draft = await visit.Drafts.LeaveInvitationAsync(visit.Token!, draft, context.RequestAborted);
        }

        if (visit.IsPreview)
        {
            // As after sending, and nothing more: there is no response, no receipt and no count.
            await visit.Drafts.WipeAsync(visit.Token!, context.RequestAborted);
            return new SeeOther(Addresses.Thanks(slug));
        }

        switch (await handIn.HandInAsync(visit.Token!, draft, context.RequestAborted))
        {
            case HandInResult.Received or HandInResult.AlreadyReceived:
                DraftCookie.KeepForReceipt(context, slug, visit.Token!);
                return new SeeOther(Addresses.Thanks(slug));
            case HandInResult.InvitationUsed:
                var problem = new Problem(CheckView.SendId, words["checkpage.invitation-used"]);
                return PageResult.Of<CheckPage>(
                    CheckView.Of(visit, words, [problem]) with { OffersWithoutCode = mayLeaveCode },
                    StatusCodes.Status422UnprocessableEntity);
            default:
                // Another tab changed an answer or wiped them, or the last minute has passed: that page says what is going on.
                return new SeeOther(Addresses.Check(slug));
        }
    }

    /// <summary>They could not be taken in: the draft that holds them is as it was.</summary>
    public static async Task<IResult?> NotStoredAsync(HttpContext context, Visit visit)
    {
        if (visit is { Draft: null, Token: { } token })
        {
            // The connection broke each time, and one of the commits holds after all.
            var receipts = context.RequestServices.GetRequiredService<Receipts>();
            if (await receipts.OfAsync(token, context.RequestAborted) is null)
            {
                return null;
            }

            DraftCookie.KeepForReceipt(context, visit.Slug, token);
            return new SeeOther(Addresses.Thanks(visit.Slug));
        }

        if (visit.Draft is null)
        {
            return null;
        }

        var words = VisitorLanguage.Of(context);
        var problem = new Problem(CheckView.SendId, words["checkpage.not-stored"]);
        return PageResult.Of<CheckPage>(CheckView.Of(visit, words, [problem]), StatusCodes.Status503ServiceUnavailable);
    }

    private static async ValueTask<string?> ElsewhereAsync(HttpContext context, Visit visit, Receipts receipts) => visit switch
    {
        { IsMoved: true } => Addresses.TakeBack(visit.Slug),
        { Draft: null, Token: { } token } when await receipts.OfAsync(token, context.RequestAborted) is not null =>
            Addresses.Thanks(visit.Slug),
        { Draft: null } or { State: OpenState.Closed } => Addresses.Consultation(visit.Slug),
        { Journey.IsComplete: false } => visit.NextAddress,
        _ => null,
    };
}
