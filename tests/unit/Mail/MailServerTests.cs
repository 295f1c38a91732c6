using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;
using Participatie.Web.Hosting;

namespace Participatie.Tests.Mail;

/// <summary>How the server is spoken to: encrypted as the settings say and never less, and to nobody else than it.</summary>
public sealed class MailServerTests(PostgresCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SmtpEncryption.None, false)]
    [InlineData(SmtpEncryption.StartTls, false)]
    [InlineData(SmtpEncryption.StartTls, true)]
    [InlineData(SmtpEncryption.Tls, false)]
    [InlineData(SmtpEncryption.Tls, true)]
    public async Task A_mail_arrives(SmtpEncryption encryption, bool asksWho)
    {
        await using var server = GivenMailServer.Running(encryption, asksWho);
        Assert.Equal(MailFailure.None, await SendAsync(server.Settings));
        Assert.Single(server.Received);
    }

    [Theory]
    [InlineData(SmtpEncryption.StartTls)]
    [InlineData(SmtpEncryption.Tls)]
    public async Task A_certificate_that_nobody_vouches_for_is_refused(SmtpEncryption encryption)
    {
        await using var server = GivenMailServer.Running(encryption);
        await using var another = GivenMailServer.Away(encryption);
        Assert.Equal(MailFailure.NotSecure, await SendAsync(server.Settings with { Certificate = null }));
        Assert.Equal(MailFailure.NotSecure, await SendAsync(server.Settings with { Certificate = another.Certificate }));
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_trusted_certificate_of_another_name_is_refused()
    {
        await using var server = GivenMailServer.Running(SmtpEncryption.Tls, name: "smtp.elders.example");
        Assert.Equal(MailFailure.NotSecure, await SendAsync(server.Settings));
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_server_that_offers_no_encryption_gets_nothing()
    {
        await using var server = GivenMailServer.Running();
        Assert.Equal(MailFailure.NotSecure, await SendAsync(server.Settings with { Encryption = SmtpEncryption.StartTls }));
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_wrong_password_or_none_is_said_as_that()
    {
        await using var server = GivenMailServer.Running(SmtpEncryption.StartTls, asksWho: true);
        Assert.Equal(MailFailure.SignInRefused, await SendAsync(server.Settings with { Password = "anders" }));
        Assert.Equal(MailFailure.SignInRefused, await SendAsync(server.Settings with { User = null, Password = null }));
        Assert.Empty(server.Received);
    }

    private async Task<MailFailure> SendAsync(SmtpSettings smtp)
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var given = new GivenOutbox(storage, smtp);
        await given.WriteAsync("anna@voorbeeld.nl");
        await given.NewSender().SendDueAsync(Stop);
        return (await given.StandingAsync()).LastFailure;
    }
}
