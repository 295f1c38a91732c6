using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;
using Participatie.Web.Hosting;
using Participatie.Web.Mail;

namespace Participatie.Web.Access;

/// <summary>The one account that gets in past single sign-on was used: all administrators are told, and the system log warns.</summary>
internal sealed partial class ReportEmergency(Settings settings, Outbox outbox, AuditLog audit, ILogger<ReportEmergency> log)
{
    /// <summary>In the transaction of its session.</summary>
    public async ValueTask<AuditEntry> ReportAsync(WriteScope scope, HttpContext context, Account account)
    {
        var words = InterfaceWords.For(Languages.Dutch, Audience.Staff);
        var text = $"{words["staff.emergency.text"]}\n\n{settings.PublicUrl!.GetLeftPart(UriPartial.Authority)}{Addresses.AuditLog}";
        foreach (var mail in await AdministratorsAsync(scope))
            await outbox.AddAsync(scope, new MailMessage(mail, words["staff.emergency.subject"], text));
        return await audit.AppendAsync(
            scope,
            new AuditNote(
                account.Said, AuditNote.NetworkOf(context.Connection.RemoteIpAddress), "noodaccount gebruikt", account.Said));
    }

    /// <summary>When that is committed.</summary>
    public void Warn() => LogUsed();

    private static async ValueTask<IReadOnlyList<string>> AdministratorsAsync(WriteScope scope)
    {
        var mails = new List<string>();
        await using var found = await scope.QueryAsync("SELECT email FROM accounts WHERE is_administrator AND NOT is_blocked");
        while (await found.ReadAsync())
            mails.Add(found.GetString(0));
        return mails;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The emergency account was used to sign in past single sign-on")]
    private partial void LogUsed();
}
