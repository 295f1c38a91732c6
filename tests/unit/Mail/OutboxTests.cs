using System.Text;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;
using Participatie.Web.Mail;

namespace Participatie.Tests.Mail;

/// <summary>What is written in the outbox is sent once, whatever happens in between.</summary>
public sealed class OutboxTests(PostgresCluster cluster)
{
    private const string Anna = "anna@voorbeeld.nl";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_mail_arrives_as_plain_text_with_where_to_ask_and_leaves_no_trace_of_whose_it_was(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        await using var server = GivenMailServer.Running();
        var given = new GivenOutbox(storage, server.Settings);
        await given.WriteAsync(Anna, "Uw account", "Dag Anna, één link:\n\nhttps://meedoen.example/beheer/link/geheim");
        Assert.Equal(1, (await given.StandingAsync()).Waiting);

        await given.NewSender().SendDueAsync(Stop);
        await given.NewSender().SendDueAsync(Stop);

        var mail = Assert.Single(server.Received);
        Assert.Equal(("Uw account", Anna, "Provincie Drenthe"),
            (mail.Subject, ((MailboxAddress)mail.To.Single()).Address, mail.From.Single().Name));
        Assert.Equal("participatie@drenthe.example", ((MailboxAddress)mail.From.Single()).Address);
        Assert.Equal(("text", "plain", "utf-8"), (mail.Body!.ContentType.MediaType, mail.Body!.ContentType.MediaSubtype,
            mail.Body!.ContentType.Charset));
        Assert.StartsWith("Dag Anna, één link:", mail.TextBody!, StringComparison.Ordinal);
        Assert.Contains("https://meedoen.example/beheer/link/geheim", mail.TextBody!, StringComparison.Ordinal);
        var help = given.Settings.HelpDesk;
        Assert.Contains($"Bel {help.Phone} of mail naar {help.Mail}", mail.TextBody!, StringComparison.Ordinal);
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
        var row = await RowAsync(storage);
        Assert.Equal(
            (MailState.Sent, null, $"{Convert.ToHexStringLower(row.Id)}@meedoen.example"), (row.State, row.Content, mail.MessageId));
        var standing = await given.StandingAsync();
        Assert.Equal((0, storage.Clock.Now, MailFailure.None), (standing.Waiting, standing.LastSentAt, standing.LastFailure));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task What_waits_cannot_be_read_in_the_database_and_opens_in_its_own_row_only(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var given = new GivenOutbox(storage, GivenMailServer.Away().Settings);
        await given.WriteAsync(Anna, text: "https://meedoen.example/beheer/link/geheim");
        var row = await RowAsync(storage);
        Assert.DoesNotContain("geheim", Encoding.UTF8.GetString(row.Content!), StringComparison.Ordinal);
        Assert.DoesNotContain("anna", Encoding.UTF8.GetString(row.Content!), StringComparison.Ordinal);
        Assert.Equal(Anna, given.Contents.Open(row.Id, row.Content!)?.Address);
        Assert.Null(given.Contents.Open(new byte[MailEntry.IdBytes], row.Content!));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task What_did_not_happen_is_told_to_nobody(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var given = new GivenOutbox(storage, GivenMailServer.Away().Settings);
        await Assert.ThrowsAsync<InvalidOperationException>(() => storage.The<GroupedWriter>().WriteAsync(
            async scope =>
            {
                await given.Outbox.AddAsync(scope, new MailMessage(Anna, "Proef", "Dag"));
                throw new InvalidOperationException("It went wrong after all.");
            },
            Stop));
        Assert.Equal(0, (await given.StandingAsync()).Waiting);
    }

    [Fact]
    public async Task Without_a_mail_server_nothing_is_written()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var given = new GivenOutbox(storage, smtp: null);
        Assert.False(given.Outbox.IsOn);
        await given.WriteAsync(Anna);
        await given.NewSender().SendDueAsync(Stop);
        Assert.Equal(0, (await given.StandingAsync()).Waiting);
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Two_instances_send_each_mail_once(Provider provider)
    {
        const int Mails = 40;
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        await using var server = GivenMailServer.Running();
        var given = new GivenOutbox(storage, server.Settings);
        for (var mail = 0; mail < Mails; mail++)
            await given.WriteAsync($"iemand{mail}@voorbeeld.nl");

        // On SQLite there is one process with one writer.
        await using var other = provider == Provider.Postgres ? new GroupedWriter(storage.The<Database>()) : null;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(number =>
            Task.Run(() => given.NewSender(number % 2 == 0 ? null : other).SendDueAsync(Stop), Stop)));

        Assert.Equal(Mails, server.Received.Select(mail => mail.MessageId).Distinct().Count());
        Assert.Equal(Mails, server.Received.Count);
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_server_that_is_away_for_a_day_gets_everything_once_when_it_is_back(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        await using var server = GivenMailServer.Away();
        var given = new GivenOutbox(storage, server.Settings);
        SendMails[] senders = [given.NewSender(), given.NewSender()];
        for (var minutes = 0; minutes < 24 * 60; minutes += 20)
        {
            if (minutes % 120 == 0)
                await given.WriteAsync($"iemand{minutes}@voorbeeld.nl");
            foreach (var sender in senders)
                await sender.SendDueAsync(Stop);
            storage.Clock.Now += TimeSpan.FromMinutes(20);
        }

        var standing = await given.StandingAsync();
        Assert.Equal((12, MailFailure.Unreachable), (standing.Waiting, standing.LastFailure));
        Assert.Empty(standing.GivenUp);

        server.Start();
        foreach (var sender in senders)
            await sender.SendDueAsync(Stop);
        Assert.Equal(
            Enumerable.Range(0, 12).Select(number => $"iemand{number * 120}@voorbeeld.nl").Order(StringComparer.Ordinal),
            server.Received.Select(mail => ((MailboxAddress)mail.To.Single()).Address).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_server_that_is_away_is_asked_less_and_less_often()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        await using var server = GivenMailServer.Away();
        var given = new GivenOutbox(storage, server.Settings);
        await given.WriteAsync(Anna);
        var sender = given.NewSender();
        var (begin, asked) = (storage.Clock.Now, new List<double>());
        for (var second = 0; second < 1200; second += 5, storage.Clock.Now = begin.AddSeconds(second))
        {
            await sender.SendDueAsync(Stop);
            if ((await given.StandingAsync()).LastFailureAt == storage.Clock.Now)
                asked.Add((storage.Clock.Now - begin).TotalSeconds);
        }

        Assert.Equal([0, 15, 45, 105, 225, 525, 825, 1125], asked);
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Who_is_refused_for_good_is_shown_and_the_others_get_theirs(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        await using var server = GivenMailServer.Running();
        var given = new GivenOutbox(storage, server.Settings);
        await given.WriteAsync("nergens@voorbeeld.nl", "Uitnodiging", "geheim");
        storage.Clock.Now += TimeSpan.FromSeconds(1);
        await given.WriteAsync(Anna);

        var sender = given.NewSender();
        await sender.SendDueAsync(Stop);
        storage.Clock.Now += TimeSpan.FromDays(1);
        await sender.SendDueAsync(Stop);

        Assert.Single(server.Received);
        var gone = Assert.Single((await given.StandingAsync()).GivenUp);
        Assert.Equal(("nergens@voorbeeld.nl", "Uitnodiging", MailFailure.Refused), (gone.To, gone.Subject, gone.Failure));
        await using var context = storage.The<Database>().NewContext();
        var row = await context.MailOutbox.AsNoTracking().SingleAsync(mail => mail.State == MailState.Failed, Stop);
        Assert.Equal(("nergens@voorbeeld.nl", ""), given.Contents.Open(row.Id, row.Content!));
    }

    [Fact]
    public async Task Who_is_put_off_is_tried_later_and_given_up_after_days()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        await using var server = GivenMailServer.Running();
        var given = new GivenOutbox(storage, server.Settings);
        await given.WriteAsync("later@voorbeeld.nl");
        storage.Clock.Now += TimeSpan.FromSeconds(1);
        await given.WriteAsync(Anna);
        var sender = given.NewSender();
        await sender.SendDueAsync(Stop);
        Assert.Single(server.Received);
        var row = await RowAsync(storage, MailState.Waiting);
        Assert.Equal((1, MailFailure.PutOff, TimeSpan.FromMinutes(1)),
            (row.Tries, row.Failure, DateTimeOffset.FromUnixTimeMilliseconds(row.DueAt) - storage.Clock.Now));

        for (var hours = 0; hours < 5 * 24; hours += 4)
        {
            storage.Clock.Now += TimeSpan.FromHours(4);
            await sender.SendDueAsync(Stop);
        }

        Assert.Equal(MailFailure.TooLate, Assert.Single((await given.StandingAsync()).GivenUp).Failure);
        Assert.Single(server.Received);
        await new DeleteOldMails(storage.The<GroupedWriter>(), storage.Clock).DeleteAsync(Stop);
        Assert.Single((await given.StandingAsync()).GivenUp);
        storage.Clock.Now += TimeSpan.FromDays(31);
        await new DeleteOldMails(storage.The<GroupedWriter>(), storage.Clock).DeleteAsync(Stop);
        Assert.Empty((await given.StandingAsync()).GivenUp);
    }

    [Fact]
    public async Task A_mail_that_a_killed_instance_had_taken_is_sent_by_another()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        await using var server = GivenMailServer.Running();
        var given = new GivenOutbox(storage, server.Settings);
        await given.WriteAsync(Anna);
        var taken = (storage.Clock.Now + SendMails.Taken).ToUnixTimeMilliseconds();
        await storage.The<GroupedWriter>().WriteAsync(
            async scope => await scope.Context.MailOutbox.ExecuteUpdateAsync(set => set.SetProperty(mail => mail.DueAt, taken)), Stop);

        await given.NewSender().SendDueAsync(Stop);
        Assert.Empty(server.Received);
        storage.Clock.Now += SendMails.Taken;
        await given.NewSender().SendDueAsync(Stop);
        Assert.Single(server.Received);
    }

    [Theory]
    [InlineData("anna@voorbeeld.nl\r\nBcc: dief@voorbeeld.nl")]
    [InlineData("anna@voorbeeld.nl, dief@voorbeeld.nl")]
    [InlineData("Anna <anna@voorbeeld.nl>")]
    [InlineData("anna")]
    [InlineData("")]
    public async Task What_is_no_single_address_is_sent_to_nobody_and_shown(string address)
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        await using var server = GivenMailServer.Running();
        var given = new GivenOutbox(storage, server.Settings);
        await given.WriteAsync(address);
        await given.NewSender().SendDueAsync(Stop);
        Assert.Empty(server.Received);
        Assert.Equal(MailFailure.Refused, Assert.Single((await given.StandingAsync()).GivenUp).Failure);
    }

    [Fact]
    public async Task A_line_break_in_subject_or_name_begins_no_header()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        await using var server = GivenMailServer.Running();
        var given = new GivenOutbox(storage, server.Settings with { FromName = "Drenthe\r\nBcc: dief@voorbeeld.nl" });
        await given.WriteAsync(Anna, "Dag\r\nBcc: dief@voorbeeld.nl\r\n\r\nAndere tekst", ".\r\nRCPT TO:<dief@voorbeeld.nl>\r\n.\r\n");
        await given.NewSender().SendDueAsync(Stop);
        var mail = Assert.Single(server.Received);
        Assert.Empty(mail.Bcc);
        Assert.Equal("Dag  Bcc: dief@voorbeeld.nl    Andere tekst", mail.Subject);
        Assert.Equal(Anna, ((MailboxAddress)Assert.Single(mail.To)).Address);
        Assert.StartsWith(".\r\nRCPT TO", mail.TextBody!.ReplaceLineEndings("\r\n"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_restore_sends_nothing_again(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        await using var server = GivenMailServer.Running();
        var given = new GivenOutbox(storage, server.Settings);
        await given.WriteAsync(Anna, "Onderwerp dat nergens anders staat");
        var file = Path.Combine(storage.Folder, "backup.zip");
        await storage.The<Backup>().WriteAsync(file, Stop);
        await given.NewSender().SendDueAsync(Stop);

        await using var restored = await GivenStorage.EmptyAsync(provider, cluster, forgottenLogOf: null);
        await restored.The<Backup>().RestoreAsync(file, Stop);
        await restored.The<Migrator>().MigrateAsync(Stop);
        var after = new GivenOutbox(restored, server.Settings);
        await after.NewSender().SendDueAsync(Stop);

        Assert.Single(server.Received);
        Assert.Equal(0, (await after.StandingAsync()).Waiting);
        if (provider == Provider.Sqlite)
            Assert.DoesNotContain(
                "Onderwerp dat nergens anders staat",
                Encoding.UTF8.GetString(await File.ReadAllBytesAsync(restored.The<Database>().File!, Stop)),
                StringComparison.Ordinal);
    }

    private static async Task<MailEntry> RowAsync(GivenStorage storage, MailState? state = null)
    {
        await using var context = storage.The<Database>().NewContext();
        return await context.MailOutbox.AsNoTracking().SingleAsync(mail => state == null || mail.State == state, Stop);
    }
}
