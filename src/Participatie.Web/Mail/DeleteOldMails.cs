using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Mail;

/// <summary>That a mail was sent is of no use after a while, nor that one was given up.</summary>
public sealed class DeleteOldMails(GroupedWriter writer, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public Task DeleteAsync(CancellationToken cancellationToken) => writer.WriteAsync(
        async scope =>
        {
            var before = (clock.GetUtcNow() - Kept).ToUnixTimeMilliseconds();
            await scope.Context.MailOutbox.Where(mail => mail.EndedAt < before).ExecuteDeleteAsync(CancellationToken.None);
        },
        cancellationToken);
}
