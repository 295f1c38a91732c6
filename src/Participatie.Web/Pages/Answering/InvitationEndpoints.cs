using Participatie.Surveys.Answering;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Language;
using Participatie.Web.Frame;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Answering;

/// <summary>Begins a draft with the code from the letter.</summary>
internal static class InvitationEndpoints
{
    public static async Task<IResult> Get(HttpContext context, string slug, FindVisit findVisit) =>
        await findVisit.OfAsync(context, slug) switch
    {
        { Definition.Invitation: not InvitationRule.None } visit => StartDraft.MayChoose(visit)
            ? Show(context, new CodeView(visit.Definition, Typed: null, Problems: []), StatusCodes.Status200OK)
            : new SeeOther(Addresses.Consultation(slug)),
        _ => Results.NotFound(),
    };

    public static async Task<IResult> Post(
        HttpContext context,
        string slug,
        FindVisit findVisit,
        Invitations invitations,
        TypedCodes codes,
        NewDrafts newDrafts,
        InterfaceWords words)
    {
        if (await findVisit.OfAsync(context, slug) is not { Definition.Invitation: not InvitationRule.None } visit)
        {
            return Results.NotFound();
        }

        if (!StartDraft.MayChoose(visit))
        {
            return new SeeOther(Addresses.Consultation(slug));
        }

        var typed = (await PostedForm.ReadAsync(context)).First(CodeView.Field) ?? "";
        if (visit.IsPreview && Code.Parse(typed) is { Digits.Length: Code.Length })
        {
            return await StartDraft.ChooseAsync(
                context, visit, newDrafts, words, draft => draft with { Invitation = PreviewDrafts.AnyCode });
        }

        var tried = await codes.LookUpAsync(context, typed, words, code => LookUpAsync(invitations, code, visit, context.RequestAborted));
        if (tried.Found is not InvitationCheck.Valid(var hash))
        {
            // A used code is no guess: whoever has the letter may type it twice.
            var problem = tried.Found is InvitationCheck.Used
                ? new Problem(CodeView.Field, words["start.code.used"])
                : tried.ProblemAt(CodeView.Field, words["start.code.unknown"]);
            return Show(context, new CodeView(visit.Definition, typed, [problem]), tried.Status);
        }

        return await StartDraft.ChooseAsync(context, visit, newDrafts, words, draft => draft with { Invitation = hash });
    }

    private static IResult Show(HttpContext context, CodeView view, int status)
    {
        PageNotice.Add(context, "staff.preview.code");
        return PageResult.Of<InvitationPage>(view, status);
    }

    private static async Task<InvitationCheck?> LookUpAsync(
        Invitations invitations, Code code, Visit visit, CancellationToken cancellationToken) =>
        await invitations.CheckAsync(code, visit.Version.ConsultationId, cancellationToken) is var check and not InvitationCheck.Unknown
            ? check
            : null;
}

/// <summary>The form for the code from the letter.</summary>
/// <param name="Definition">The consultation.</param>
/// <param name="Typed">As it was typed, when it was refused.</param>
/// <param name="Problems">What is wrong with it.</param>
public sealed record CodeView(Consultation Definition, string? Typed, IReadOnlyList<Problem> Problems)
{
    public const string Field = "code";
}
