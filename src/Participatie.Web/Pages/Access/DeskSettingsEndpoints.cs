using System.Globalization;
using System.Security.Claims;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;
using Participatie.Web.Hosting;
using Participatie.Web.Mail;

namespace Participatie.Web.Pages.Access;

/// <summary>Whether mail and single sign-on are set and work, for administrators.</summary>
internal static class DeskSettingsEndpoints
{
    public const string Test = "proef";
    public const string Seen = "gezien";
    public const string Until = "tot";
    public const string Outcome = "uitkomst";

    public static async Task<IResult> Get(HttpContext context, Settings settings, ReadMailStanding mails) =>
        PageResult.Of<DeskSettingsPage>(new DeskSettingsView
        {
            Smtp = settings.Smtp,
            Mails = await mails.ReadAsync(context.RequestAborted),
            OwnMail = context.User.FindFirstValue(ClaimTypes.Email) ?? "",
            // A page of before that is refreshed sends nothing again.
            Tested = Enum.TryParse<MailFailure>(context.Request.Query[Outcome], out var outcome) && Enum.IsDefined(outcome)
                ? outcome
                : null,
        });

    public static Task<IResult> Post(
        HttpContext context,
        IFormCollection form,
        Settings settings,
        SendTestMail send,
        GroupedWriter writer,
        AuditLog audit,
        InterfaceWords words) => form[AccessForm.Way].ToString() switch
    {
        Test when settings.Smtp is not null => TestAsync(context, send, audit, words),
        Seen => SeenAsync(context, form, writer, audit),
        _ => Task.FromResult<IResult>(new SeeOther(Addresses.DeskSettings)),
    };

    private static async Task<IResult> TestAsync(HttpContext context, SendTestMail send, AuditLog audit, InterfaceWords words)
    {
        // To nobody else: the button is no way to write to strangers.
        var own = context.User.FindFirstValue(ClaimTypes.Email)!;
        var failure = await send.SendAsync(
            new MailMessage(own, words["staff.mail.test.subject"], words["staff.mail.test.text"]), context.RequestAborted);
        await audit.WriteAsync(
            NoteOf(context, "proefmail", own) with
            {
                Result = failure == MailFailure.None ? AuditNote.Done : AuditNote.Refused,
                After = failure == MailFailure.None ? "" : MailInWords.Of(failure, words),
            },
            context.RequestAborted);
        return new SeeOther(
            string.Create(CultureInfo.InvariantCulture, $"{Addresses.DeskSettings}?{Outcome}={(int)failure}#{Outcome}"));
    }

    private static async Task<IResult> SeenAsync(HttpContext context, IFormCollection form, GroupedWriter writer, AuditLog audit)
    {
        if (long.TryParse(form[Until], NumberStyles.None, CultureInfo.InvariantCulture, out var until)
            && until <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
            audit.Say(
            [
                await writer.WriteAsync(
                    async scope =>
                    {
                        var count = await ForgetGivenUpMails.RunAsync(scope, DateTimeOffset.FromUnixTimeMilliseconds(until));
                        return await audit.AppendAsync(
                            scope,
                            NoteOf(context, "mails die niet aankwamen gezien", count.ToString(CultureInfo.InvariantCulture)));
                    },
                    context.RequestAborted),
            ]);
        return new SeeOther(Addresses.DeskSettings);
    }

    private static AuditNote NoteOf(HttpContext context, string action, string subject) =>
        Doer.Of(context).Note(action, subject);
}

public sealed record DeskSettingsView
{
    /// <summary>Null when no mail is sent.</summary>
    public required SmtpSettings? Smtp { get; init; }

    public required MailStanding Mails { get; init; }

    /// <summary>Where a test mail goes.</summary>
    public required string OwnMail { get; init; }

    /// <summary>What happened to the test mail that was just asked for; null when none was.</summary>
    public required MailFailure? Tested { get; init; }
}
