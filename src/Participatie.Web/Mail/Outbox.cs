using System.Security.Cryptography;
using MimeKit;
using Participatie.Surveys.Storage;
using Participatie.Web.Hosting;

namespace Participatie.Web.Mail;

/// <summary>
/// Mails are written here in the transaction of what they tell of, and sent later: what did not happen is told to nobody, and what did is
/// told also when the mail server was away.
/// </summary>
public sealed class Outbox(Settings settings, MailContents contents, TimeProvider clock)
{
    /// <summary>Whether mails are sent at all. If not, whoever would write one shows the link on screen.</summary>
    public bool IsOn => settings.Smtp is not null;

    /// <summary>To be sent once the transaction is committed. Without a mail server nothing is written.</summary>
    /// <param name="scope">Of what the mail tells of.</param>
    /// <param name="mail">Is sealed: nobody reads it in the database.</param>
    public async ValueTask AddAsync(WriteScope scope, MailMessage mail)
    {
        if (!IsOn)
            return;
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var id = RandomNumberGenerator.GetBytes(MailEntry.IdBytes);
        // What cannot be an address is shown to administrators as one that was refused: it must not undo what the mail tells of.
        var isAddress = MailboxAddress.TryParse(mail.To, out var address) && address.Address == mail.To;
        var to = OneLine(mail.To);
        scope.Context.MailOutbox.Add(new MailEntry
        {
            Id = id,
            Subject = OneLine(mail.Subject),
            Content = contents.Close(id, to, isAddress ? $"{mail.Text.Trim()}\n\n{Ending()}" : ""),
            State = isAddress ? MailState.Waiting : MailState.Failed,
            WrittenAt = now,
            DueAt = now,
            Failure = isAddress ? MailFailure.None : MailFailure.Refused,
            FailedAt = isAddress ? null : now,
            EndedAt = isAddress ? null : now,
        });
        await scope.Context.SaveChangesAsync();
    }

    /// <summary>A line break would begin another header.</summary>
    internal static string OneLine(string text) =>
        string.Concat(text.Select(sign => char.IsControl(sign) || sign is '\u2028' or '\u2029' ? ' ' : sign)).Trim();

    private string Ending() =>
        $"""
        Weet u niet zeker of deze mail echt is? Klik dan niet op de link.
        Bel {settings.HelpDesk.Phone} of mail naar {settings.HelpDesk.Mail}.

        U kunt deze mail niet beantwoorden. Het programma Participatie heeft hem gestuurd.
        """;
}
