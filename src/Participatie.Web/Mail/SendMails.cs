using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;
using Participatie.Web.Hosting;

namespace Participatie.Web.Mail;

/// <summary>
/// Sends what is due, each mail once: an instance moves its due time on before it sends, and whoever was a moment later finds it moved.
/// Only a process that is killed between the server's answer and its own note sends one a second time, and both have the same name.
/// </summary>
public sealed partial class SendMails(
    Settings settings,
    Database database,
    GroupedWriter writer,
    MailServer server,
    MailContents contents,
    TimeProvider clock,
    ILogger<SendMails> log)
{
    /// <summary>Longer than a mail ever takes: then whoever took it was killed.</summary>
    internal static readonly TimeSpan Taken = TimeSpan.FromMinutes(10);

    /// <summary>How long a mail is tried; after that nobody waits for what it says, and its link has ended.</summary>
    internal static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(5);

    private static readonly TimeSpan LongestSending = TimeSpan.FromMinutes(2);

    /// <summary>After each time that a mail was put off; the last one again and again.</summary>
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(30),
    ];

    /// <summary>After each time that the server could not be used at all.</summary>
    private static readonly TimeSpan[] ServerWaits =
    [
        TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5),
    ];

    private static readonly TimeSpan SayAgain = TimeSpan.FromHours(1);

    private int _serverFailures;
    private DateTimeOffset _serverAgainAt;
    private DateTimeOffset _saidAt;

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>By one caller at a time in this process, as housekeeping does.</summary>
    public async Task SendDueAsync(CancellationToken cancellationToken)
    {
        if (settings.Smtp is null || clock.GetUtcNow() < _serverAgainAt)
            return;
        SmtpClient? client = null;
        try
        {
            while (await TakeNextAsync(cancellationToken) is { } mail)
            {
                if (contents.Open(mail.Id, mail.Content!) is not { } content)
                {
                    await GiveUpAsync(mail, "", MailFailure.Unreadable, cancellationToken);
                    continue;
                }

                var failure = await TrySendAsync(mail, content.Address, content.Text);
                if (failure == MailFailure.None)
                    await SentAsync(mail);
                else if (failure == MailFailure.Refused)
                    await GiveUpAsync(mail, content.Address, failure, cancellationToken);
                else if (IsTooLate(mail))
                    await GiveUpAsync(mail, content.Address, MailFailure.TooLate, cancellationToken);
                else
                    await PutOffAsync(mail, failure, cancellationToken);
                if (failure != MailFailure.None && !MailFailures.IsOfThisMail(failure))
                {
                    ServerFailed(failure);
                    return;
                }

                ServerWorks();
            }
        }
        finally
        {
            await LeaveAsync(client);
        }

        async Task<MailFailure> TrySendAsync(MailEntry mail, string address, string text)
        {
            using var longest = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            longest.CancelAfter(LongestSending);
            try
            {
                if (client is not { IsConnected: true })
                {
                    client?.Dispose();
                    client = null;
                    client = await server.ConnectAsync(longest.Token);
                }

                await client.SendAsync(
                    server.Message(mail.Id, address, mail.Subject, text, DateTimeOffset.FromUnixTimeMilliseconds(mail.WrittenAt)),
                    longest.Token);
                return MailFailure.None;
            }
#pragma warning disable CA1031 // Whatever it is: this mail waits, and the next ones must not miss it.
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                return MailFailures.Of(failure);
            }
        }
    }

    private bool IsTooLate(MailEntry mail) => Now - mail.WrittenAt > (long)GivenUpAfter.TotalMilliseconds;

    /// <summary>The one that waits longest, for this process alone.</summary>
    private async Task<MailEntry?> TakeNextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = Now;
            await using var context = database.NewContext();
            var next = await context.MailOutbox.AsNoTracking().Where(mail => mail.State == MailState.Waiting && mail.DueAt <= now)
                .OrderBy(mail => mail.DueAt).FirstOrDefaultAsync(cancellationToken);
            if (next is null)
                return null;
            var (due, taken) = (next.DueAt, now + (long)Taken.TotalMilliseconds);
            var mine = await writer.WriteAsync(
                async scope => await scope.Context.MailOutbox
                    .Where(mail => mail.Id == next.Id && mail.State == MailState.Waiting && mail.DueAt == due)
                    .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.DueAt, taken)),
                cancellationToken);
            next.DueAt = taken;
            if (mine == 1)
                return next;
        }
    }

    /// <summary>Also when the program is stopping: the server has the mail.</summary>
    private Task SentAsync(MailEntry sent) => writer.WriteAsync(
        async scope =>
        {
            var now = Now;
            await scope.Context.MailOutbox.Where(mail => mail.Id == sent.Id).ExecuteUpdateAsync(
                set => set.SetProperty(mail => mail.State, MailState.Sent).SetProperty(mail => mail.Content, (byte[]?)null)
                    .SetProperty(mail => mail.EndedAt, now));
        },
        CancellationToken.None);

    private async Task GiveUpAsync(MailEntry given, string address, MailFailure failure, CancellationToken cancellationToken)
    {
        var kept = contents.Close(given.Id, address, "");
        await writer.WriteAsync(
            async scope =>
            {
                var now = Now;
                await scope.Context.MailOutbox.Where(mail => mail.Id == given.Id && mail.State == MailState.Waiting).ExecuteUpdateAsync(
                    set => set.SetProperty(mail => mail.State, MailState.Failed).SetProperty(mail => mail.Content, kept)
                        .SetProperty(mail => mail.Failure, failure).SetProperty(mail => mail.FailedAt, now)
                        .SetProperty(mail => mail.EndedAt, now));
            },
            cancellationToken);
        LogGivenUp(Convert.ToHexStringLower(given.Id), failure);
    }

    /// <summary>A server that cannot be used says nothing about this mail: it does not count as a try of it.</summary>
    private Task PutOffAsync(MailEntry put, MailFailure failure, CancellationToken cancellationToken) => writer.WriteAsync(
        async scope =>
        {
            var now = Now;
            var tries = (short)(put.Tries + (MailFailures.IsOfThisMail(failure) ? 1 : 0));
            var due = now + (tries == put.Tries ? 0 : (long)Waits[Math.Min(put.Tries, Waits.Length - 1)].TotalMilliseconds);
            await scope.Context.MailOutbox.Where(mail => mail.Id == put.Id && mail.State == MailState.Waiting && mail.DueAt == put.DueAt)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(mail => mail.DueAt, due).SetProperty(mail => mail.Tries, tries)
                        .SetProperty(mail => mail.Failure, failure).SetProperty(mail => mail.FailedAt, now));
        },
        cancellationToken);

    private void ServerFailed(MailFailure failure)
    {
        var now = clock.GetUtcNow();
        _serverAgainAt = now + ServerWaits[Math.Min(_serverFailures, ServerWaits.Length - 1)];
        if (_serverFailures++ == 0 || now - _saidAt >= SayAgain)
        {
            _saidAt = now;
            LogServer(failure);
        }
    }

    private void ServerWorks()
    {
        if (_serverFailures > 0)
            LogServerWorks();
        _serverFailures = 0;
    }

    private static async Task LeaveAsync(SmtpClient? client)
    {
        if (client is null)
            return;
        using (client)
        {
            try
            {
                using var longest = new CancellationTokenSource(TimeSpan.FromSeconds(2));
                await client.DisconnectAsync(quit: true, longest.Token);
            }
#pragma warning disable CA1031 // The mails are sent; whether the server heard the goodbye does not matter.
            catch (Exception)
#pragma warning restore CA1031
            {
                // As good as said.
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail server cannot be used: {Failure}; mails wait")]
    private partial void LogServer(MailFailure failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "The mail server works again")]
    private partial void LogServerWorks();

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Mail} was given up: {Failure}")]
    private partial void LogGivenUp(string mail, MailFailure failure);
}
