using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Mail;

/// <summary>How the outbox stands.</summary>
public sealed class ReadMailStanding(Database database, MailContents contents)
{
    private const int OnAPage = 50;

    public async Task<MailStanding> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var waiting = context.MailOutbox.AsNoTracking().Where(mail => mail.State == MailState.Waiting);
        var last = await waiting.Where(mail => mail.FailedAt != null).OrderByDescending(mail => mail.FailedAt)
            .Select(mail => new { mail.Failure, mail.FailedAt }).FirstOrDefaultAsync(cancellationToken);
        var givenUp = context.MailOutbox.AsNoTracking().Where(mail => mail.State == MailState.Failed);
        return new MailStanding(
            await waiting.CountAsync(cancellationToken),
            At(await waiting.MinAsync(mail => (long?)mail.WrittenAt, cancellationToken)),
            At(
                await context.MailOutbox.Where(mail => mail.State == MailState.Sent)
                    .MaxAsync(mail => mail.EndedAt, cancellationToken)),
            last?.Failure ?? MailFailure.None,
            At(last?.FailedAt),
            [.. (await givenUp.OrderByDescending(mail => mail.EndedAt).Take(OnAPage).ToListAsync(cancellationToken)).Select(
                mail => new GivenUpMail(
                    mail.Content is null ? "" : contents.Open(mail.Id, mail.Content)?.Address ?? "",
                    mail.Subject,
                    mail.Failure,
                    At(mail.EndedAt)!.Value))],
            await givenUp.CountAsync(cancellationToken));
    }

    private static DateTimeOffset? At(long? milliseconds) =>
        milliseconds is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
}
