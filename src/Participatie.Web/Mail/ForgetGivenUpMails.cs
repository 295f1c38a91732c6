using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Mail;

/// <summary>An administrator saw which mails were given up: they are shown no more, and monitoring is told that all is well.</summary>
public static class ForgetGivenUpMails
{
    /// <param name="scope">Of the line in the audit log.</param>
    /// <param name="until">Of the newest one that was on screen: a later one was not seen.</param>
    /// <returns>How many.</returns>
    public static async ValueTask<int> RunAsync(WriteScope scope, DateTimeOffset until)
    {
        var last = until.ToUnixTimeMilliseconds();
        return await scope.Context.MailOutbox.Where(mail => mail.State == MailState.Failed && mail.EndedAt <= last).ExecuteDeleteAsync();
    }
}
