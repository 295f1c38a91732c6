using System.Security.Cryptography;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Mail;

/// <summary>Sends a mail at once, past the outbox: whoever set the mail server up wants to know now what happens.</summary>
public sealed class SendTestMail(MailServer server, TimeProvider clock)
{
    /// <summary>Somebody waits before the screen.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(40);

    public async Task<MailFailure> SendAsync(MailMessage mail, CancellationToken cancellationToken)
    {
        using var longest = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        longest.CancelAfter(Longest);
        try
        {
            using var client = await server.ConnectAsync(longest.Token);
            var message = server.Message(
                RandomNumberGenerator.GetBytes(MailEntry.IdBytes), mail.To, Outbox.OneLine(mail.Subject), mail.Text, clock.GetUtcNow());
            await client.SendAsync(message, longest.Token);
            await client.DisconnectAsync(quit: true, longest.Token);
            return MailFailure.None;
        }
#pragma warning disable CA1031 // Whatever it is, it is what was asked.
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return MailFailures.Of(failure);
        }
    }
}
