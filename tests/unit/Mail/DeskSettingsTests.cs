using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Participatie.Surveys.Storage;
using Participatie.Tests.Access;
using Participatie.Tests.Pages;
using Participatie.Web.Mail;

namespace Participatie.Tests.Mail;

/// <summary>What administrators see of mail, and what monitoring does.</summary>
public sealed class DeskSettingsTests
{
    private const string Settings = "/beheer/instellingen";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_mail_server_the_page_says_what_to_do_instead()
    {
        await using var site = new Site();
        var browser = (await GivenStaff.AdministratorAsync(site)).Browser;
        await browser.OpenAsync(Settings);
        Assert.Contains("De site stuurt geen mail. U krijgt elke link op het scherm.", browser.Words, StringComparison.Ordinal);
        Assert.False(browser.Offers("Proefmail sturen"));
        await browser.FollowAsync("Mail en inloggen");
        Assert.Equal(Settings, browser.Address);
    }

    [Fact]
    public async Task A_test_mail_goes_to_the_administrators_own_address_and_the_page_says_so()
    {
        await using var server = GivenMailServer.Running();
        await using var site = new SiteWithMail(server);
        var browser = (await GivenStaff.AdministratorAsync(site)).Browser;
        await browser.OpenAsync(Settings);
        Assert.Contains("De verbinding is niet versleuteld", browser.Words, StringComparison.Ordinal);
        await browser.PressAsync("Proefmail sturen");
        Assert.Contains("De mailserver heeft de proefmail aangenomen.", browser.Words, StringComparison.Ordinal);
        Assert.Equal("anna@voorbeeld.nl", Assert.Single(server.Received).To.Mailboxes.Single().Address);
        await browser.OpenAsync("/beheer/logboek");
        Assert.Contains("proefmail: gelukt", browser.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_away_is_said_plainly_and_logged_without_whom()
    {
        await using var server = GivenMailServer.Away();
        await using var site = new SiteWithMail(server);
        var browser = (await GivenStaff.AdministratorAsync(site)).Browser;
        await browser.OpenAsync(Settings);
        await browser.PressAsync("Proefmail sturen");
        Assert.Contains(
            "De proefmail is niet verstuurd. De mailserver gaf geen antwoord. Kijk of de naam en de poort kloppen.",
            browser.Words,
            StringComparison.Ordinal);
        await browser.OpenAsync($"{Settings}?uitkomst=99");
        Assert.DoesNotContain("proefmail is niet verstuurd", browser.Words, StringComparison.Ordinal);
        await browser.OpenAsync("/beheer/logboek");
        Assert.Contains("proefmail: geweigerd", browser.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mails_that_wait_too_long_or_were_given_up_are_told_to_monitoring_until_somebody_saw_them()
    {
        await using var server = GivenMailServer.Away();
        await using var site = new SiteWithMail(server);
        var browser = (await GivenStaff.AdministratorAsync(site)).Browser;
        await AddAsync(site, "bas@voorbeeld.nl");
        Assert.Equal("Healthy", (await CheckAsync(site)).Status);
        site.Clock.Now += TimeSpan.FromMinutes(16);
        var (status, reason) = await CheckAsync(site);
        Assert.Equal("Degraded", status);
        Assert.StartsWith("1 mails wait, the oldest since", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("bas", reason, StringComparison.Ordinal);

        server.Start();
        await site.The<SendMails>().SendDueAsync(Stop);
        // Where housekeeping is at it at the same moment, it has taken the mail.
        while (server.Received.IsEmpty)
            await Task.Delay(50, Stop);
        await AddAsync(site, "geen adres");
        await browser.OpenAsync(Settings);
        Assert.Contains("geen adres", browser.Words, StringComparison.Ordinal);
        Assert.Contains("De mailserver neemt deze mail niet aan.", browser.Words, StringComparison.Ordinal);
        Assert.Equal("Degraded", (await CheckAsync(site)).Status);
        await browser.PressAsync("Deze mails heb ik gezien");
        Assert.DoesNotContain("geen adres", browser.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("bas@voorbeeld.nl", site.Log.Text, StringComparison.Ordinal);
    }

    private static Task AddAsync(Site site, string to) => site.The<GroupedWriter>().WriteAsync(
        scope => site.The<Outbox>().AddAsync(scope, new MailMessage(to, "Proef", "Dag")), Stop);

    private static async Task<(string? Status, string? Reason)> CheckAsync(Site site)
    {
        using var client = site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/health/status", UriKind.Relative));
        using var response = await client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var check = JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop))!["checks"]!.AsArray()
            .Single(check => (string?)check!["name"] == "mail")!;
        return ((string?)check["status"], (string?)check["reason"]);
    }
}

/// <summary>A site that sends mail through that server.</summary>
internal sealed class SiteWithMail(GivenMailServer server) : Site
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Participatie:PublicUrl", "http://localhost");
        builder.UseSetting("Participatie:Smtp:Host", "localhost");
        builder.UseSetting("Participatie:Smtp:Port", server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        builder.UseSetting("Participatie:Smtp:Tls", "none");
        builder.UseSetting("Participatie:Smtp:From", server.Settings.From);
    }
}
