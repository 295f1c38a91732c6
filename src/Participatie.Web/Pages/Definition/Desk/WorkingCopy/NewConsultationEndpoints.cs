using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Definition.Desk.WorkingCopy;

/// <summary>Begins a consultation from a file or a text.</summary>
internal static class NewConsultationEndpoints
{
    public static IResult Get() => PageResult.Of<NewConsultationPage>(new NewConsultationView(null, "", []));

    public static async Task<IResult> Post(
        HttpContext context,
        IFormCollection form,
        BeginConsultation begin,
        GrantRole grant,
        RunAudited run,
        InterfaceWords words,
        TimeProvider clock)
    {
        var sent = await SentDocument.ReadAsync(form, context.RequestAborted);
        var text = sent.Uploaded ?? sent.Typed ?? "";
        var isBoth = sent.Uploaded is not null && !sent.IsAsShown(form);
        var refused = sent.IsNoText ? new Problem(SentDocument.FileField, words["staff.document.notext"])
            : isBoth ? new Problem(SentDocument.FileField, words["staff.document.both"])
            : string.IsNullOrWhiteSpace(text) ? new Problem(SentDocument.FileField, words["staff.document.nothing"])
            : await BeginAsync(text, context, begin, grant, run, words);
        if (refused is null)
            return new SeeOther(Addresses.WorkingCopy(BeginConsultation.SlugOf(text)!));
        // What was typed stays where it was typed, also beside a file that was not taken.
        var shown = isBoth ? sent.Typed! : text;
        var report = CheckDocument.Of(shown, life: null, [], Amsterdam.DayOf(clock.GetUtcNow()));
        return PageResult.Of<NewConsultationPage>(
            new NewConsultationView(DocumentView.Of(shown, report, query: null, words), shown, [refused]),
            StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Problem?> BeginAsync(
        string document, HttpContext context, BeginConsultation begin, GrantRole grant, RunAudited run, InterfaceWords words)
    {
        try
        {
            await run.RunAsync(
                async scope =>
                {
                    var id = await begin.BeginAsync(scope, document, Staff.SaidOf(context.User));
                    var note = Doer.Of(context).Note("raadpleging begonnen", BeginConsultation.SlugOf(document)!);
                    IReadOnlyList<AuditEntry> granted = Staff.IsAdministrator(context.User)
                        ? []
                        : [await grant.GrantAsync(scope, AuthorOf(id, context, grant, note))];
                    return (note, granted);
                },
                context.RequestAborted);
            return null;
        }
        catch (LifeException refused)
        {
            return new Problem(SentDocument.TextField, WorkingCopyEndpoints.WhyNot(refused.Refusal, words));
        }
    }

    /// <summary>Whoever begins one works on it.</summary>
    private static NewGrant AuthorOf(int consultationId, HttpContext context, GrantRole grant, AuditNote note) => new()
    {
        AccountId = Staff.IdOf(context.User),
        Role = StaffRole.Author,
        ConsultationId = consultationId,
        LastDay = grant.UsualLastDay,
        By = note.Who,
        Network = note.Network,
    };
}

/// <param name="Document">That was sent and could not begin a consultation; null before.</param>
/// <param name="Text">In the field.</param>
/// <param name="Refused">Why it could not.</param>
public sealed record NewConsultationView(DocumentView? Document, string Text, IReadOnlyList<Problem> Refused);
