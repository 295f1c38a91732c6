using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Answering;

/// <summary>Begins a draft with the code from the letter.</summary>
internal static class InvitationEndpoints
{
    public static async Task<IResult> Get(HttpContext context, string slug, Visits visits) => await visits.OfAsync(context, slug) switch
    {
        { Definition.Invitation: not InvitationRule.None } visit => Beginning.MayChoose(visit)
            ? PageResult.Of<InvitationPage>(new CodeView(visit.Definition, Typed: null, Problems: []))
            : new SeeOther(Addresses.Consultation(slug)),
        _ => Results.NotFound(),
    };

    public static async Task<IResult> Post(HttpContext context, string slug, Visits visits, Drafts drafts, Invitations invitations, WrongCodes wrongCodes, Words words)
    {
        if (await visits.OfAsync(context, slug) is not { Definition.Invitation: not InvitationRule.None } visit)
        {
            return Results.NotFound();
        }

        if (!Beginning.MayChoose(visit))
        {
            return new SeeOther(Addresses.Consultation(slug));
        }

        var typed = (await PostedForm.ReadAsync(context)).First(CodeView.Field) ?? "";
        var check = Code.Parse(typed) is { } code
            ? await invitations.CheckAsync(code, visit.Version.ConsultationId, context.RequestAborted)
            : new InvitationCheck.Unknown();
        if (check is not InvitationCheck.Valid(var hash))
        {
            await wrongCodes.WaitAsync(context);
            var problem = new Problem(CodeView.Field, words[check is InvitationCheck.Used ? "start.code.used" : TypedCode.ProblemOf(typed, "start.code.unknown")]);
            return PageResult.Of<InvitationPage>(new CodeView(visit.Definition, typed, [problem]), StatusCodes.Status422UnprocessableEntity);
        }

        return new SeeOther(await Beginning.ChooseAsync(context, visit, drafts, words, draft => draft with { Invitation = hash }));
    }
}

/// <summary>The form for the code from the letter.</summary>
/// <param name="Definition">The consultation.</param>
/// <param name="Typed">As it was typed, when it was refused.</param>
/// <param name="Problems">What is wrong with it.</param>
public sealed record CodeView(Consultation Definition, string? Typed, IReadOnlyList<Problem> Problems)
{
    public const string Field = "code";
}
