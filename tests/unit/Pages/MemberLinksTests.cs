using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;
using Participatie.Tests.Access;
using Participatie.Tests.Pages.Desk;
using Participatie.Web.Access;
using Participatie.Web.Access.Notices;
using Participatie.Web.Hosting;
using Participatie.Web.Mail;

namespace Participatie.Tests.Pages;

/// <summary>A member who lost the link, and one who is reminded: by mail, and nobody learns who is a member.</summary>
public sealed class MemberLinksTests : IAsyncDisposable
{
    private const string Rounds = GivenDesk.Page + "/adviesraad";
    private const string Bas = "bas@voorbeeld.nl";

    private readonly SiteWithMail _site = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_new_link_is_mailed_to_members_alone_and_halfway_the_term_once_more()
    {
        var first = await InvitedAsync();
        var visitor = _site.NewResident();
        await visitor.OpenAsync("/adviesraad");
        await visitor.Type("Uw mailadres", "geen adres").PressAsync("Stuur mij een link");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        var known = await AskAsync(Bas.ToUpperInvariant());
        var unknown = await AskAsync("wie@voorbeeld.nl");
        Assert.Equal(unknown, known);
        var mail = Assert.Single(await MailsAsync(), one => one.Subject == "Uw nieuwe link");
        Assert.Equal(Bas, mail.To);
        Assert.Contains("Bel 0592 36 55 55", mail.Text, StringComparison.Ordinal);
        var second = Assert.Single(LinksIn(mail.Text));
        Assert.NotEqual(first, second);
        // Both open the round: whoever asks in another's name ends nothing.
        foreach (var link in new[] { first, second })
        {
            await visitor.OpenAsync(link);
            Assert.Equal(HttpStatusCode.OK, visitor.Status);
        }

        await visitor.PressAsync("Kom binnen");
        Assert.Equal(second + "/ronde", visitor.Address);
        var lines = (await _site.AuditAsync()).Where(line => line.Action == "nieuwe link gevraagd").ToList();
        Assert.Equal(["onbekend mailadres", "proef, ronde 1, lid 1"], lines.Select(line => line.Subject).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(second.Split('/')[^1], _site.Log.Text, StringComparison.Ordinal);

        var round = (await _site.The<ReadReviews>().OfAsync((await _site.LifeAsync()).ConsultationId, Stop)).Rounds[0];
        Assert.Empty(await RemindedAsync());
        _site.Clock.Now = Surveys.Definition.Amsterdam.StartOf(round.RemindOn!.Value).AddHours(9);
        Assert.Equal([Bas], await RemindedAsync());
        Assert.Equal([Bas], await RemindedAsync());
        var reminder = (await MailsAsync()).Single(one => one.Subject == "Kijkt u nog mee?").Text;
        // Why the round takes so long, in either mail.
        var invitation = (await MailsAsync()).Single(one => one.Subject == "Wilt u vragen van de provincie bekijken?").Text;
        foreach (var text in new[] { reminder, invitation })
        {
            Assert.Contains("De ronde duurt 10 werkdagen. Dit is nieuw voor de raad:\n- ", text, StringComparison.Ordinal);
            Assert.Contains("\n- een vraag waarin u geld verdeelt\n", text, StringComparison.Ordinal);
        }

        await visitor.OpenAsync(Assert.Single(LinksIn(reminder)));
        Assert.Equal(HttpStatusCode.OK, visitor.Status);

        // Too often, from anywhere.
        HttpStatusCode status;
        var tries = 0;
        do
        {
            await visitor.OpenAsync("/adviesraad");
            await visitor.Type("Uw mailadres", Bas).PressAsync("Stuur mij een link");
            status = visitor.Status;
        }
        while (status == HttpStatusCode.OK && ++tries < 40);
        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.InRange((await MailsAsync()).Count(one => one.Subject == "Uw nieuwe link"), 2, 35);
        Assert.Equal(Bas, visitor.Page.GetElementById("mail")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_passkey_of_a_member_opens_all_rounds_and_nothing_of_the_desk_until_the_role_ends()
    {
        using var key = new GivenAuthenticator { Counts = false };
        var link = await InvitedAsync();
        var member = _site.NewResident();
        await member.OpenAsync(link + "/sleutel");
        // Nobody makes one who did not come in.
        Assert.Equal(link, member.Address);
        await member.PressAsync("Kom binnen");
        await member.FollowAsync("Maak een sleutel");
        await member.PressAsync("Maak een sleutel");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, member.Status);
        await AnswerAsync(member, "Maak een sleutel", key.Make(Question(member)));
        Assert.Contains("U hebt een sleutel.", member.Words, StringComparison.Ordinal);
        Assert.Equal(Bas, Assert.Single(await MailsAsync(), one => one.Subject == "Iemand maakte een sleutel").To);

        var elsewhere = _site.NewResident();
        await elsewhere.OpenAsync("/beheer/inloggen/sleutel");
        await AnswerAsync(elsewhere, "Inloggen", key.Use(Question(elsewhere)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, elsewhere.Status);
        await elsewhere.OpenAsync("/adviesraad");
        await elsewhere.FollowAsync("Kom binnen met uw sleutel");
        await elsewhere.PressAsync("Gebruik mijn sleutel");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, elsewhere.Status);
        await AnswerAsync(elsewhere, "Gebruik mijn sleutel", key.Use(Question(elsewhere)));
        Assert.Equal(("/adviesraad", "Al uw rondes"), (elsewhere.Address, elsewhere.Heading));
        await elsewhere.OpenAsync("/beheer");
        Assert.Equal("/beheer/inloggen", elsewhere.Address);
        await elsewhere.OpenAsync("/adviesraad");
        await elsewhere.PressAsync(elsewhere.Page.QuerySelectorAll("main button").Select(Resident.Clean).First(
            words => words.StartsWith("Ga naar deze ronde", StringComparison.Ordinal)));
        Assert.Equal("Welkom Bas Collega", elsewhere.Heading);
        Assert.NotEqual(link, elsewhere.Address);
        // A round of another is none.
        await elsewhere.OpenAsync("/adviesraad");
        var (address, fields) = elsewhere.Form(elsewhere.Page.QuerySelectorAll("main button").Select(Resident.Clean).First(
            words => words.StartsWith("Ga naar deze ronde", StringComparison.Ordinal)));
        await elsewhere.PostAsync(address, [.. fields.Where(field => field.Key != "ronde"), KeyValuePair.Create("ronde", "1-1-1")]);
        Assert.Equal("/adviesraad", elsewhere.Address);

        await _site.The<GroupedWriter>().WriteAsync(scope => scope.ExecuteAsync("DELETE FROM role_grants"), Stop);
        await elsewhere.OpenAsync("/adviesraad");
        Assert.Equal((HttpStatusCode.Forbidden, "U zit niet meer in de raad"), (elsewhere.Status, elsewhere.Heading));
        await elsewhere.OpenAsync("/adviesraad");
        Assert.Equal("Adviesraad", elsewhere.Heading);
        Assert.Contains(await _site.AuditAsync(), line => line.Action == "toegangssleutel gemaakt");
    }

    /// <summary>What the script does.</summary>
    private static Task AnswerAsync(Resident browser, string button, string credential)
    {
        var (address, fields) = browser.Form(button);
        return browser.PostAsync(address, [.. fields.Where(field => field.Key != "sleutel"), KeyValuePair.Create("sleutel", credential)]);
    }

    private static string Question(Resident browser) => browser.Page.QuerySelector("[data-sleutel]")!.GetAttribute("data-vraag")!;

    private async Task<string> InvitedAsync()
    {
        var browser = (await GivenDesk.WithConceptAsync(_site)).Browser;
        await GivenStaff.ColleagueAsync(_site, Bas, (StaffRole.CouncilMember, null));
        await browser.StepAsync("nakijken", "Vraag om beoordeling");
        await browser.OpenAsync(Rounds);
        await browser.Type("Waar moet de raad op letten?", "De eerste vraag.").PressAsync("Vraag de ronde");
        await browser.Choose("Bas Collega").PressAsync("Nodig uit");
        return new Uri(Resident.Clean(browser.Page.QuerySelector("p.link code")!)).AbsolutePath;
    }

    /// <returns>What the visitor sees.</returns>
    private async Task<string> AskAsync(string mail)
    {
        _site.Clock.Now += TimeSpan.FromSeconds(1);
        var visitor = _site.NewResident();
        await visitor.OpenAsync("/adviesraad");
        await visitor.Type("Uw mailadres", mail).PressAsync("Stuur mij een link");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        return visitor.Page.QuerySelector("main")!.InnerHtml;
    }

    private async Task<IEnumerable<string>> RemindedAsync()
    {
        await _site.The<RemindMembers>().RunAsync(Stop);
        return (await MailsAsync()).Where(one => one.Subject == "Kijkt u nog mee?").Select(one => one.To);
    }

    private static IEnumerable<string> LinksIn(string text) => text.Split('\n')
        .Where(line => line.StartsWith("http", StringComparison.Ordinal)).Select(line => new Uri(line.Trim()).AbsolutePath);

    private async Task<List<(string To, string Subject, string Text)>> MailsAsync()
    {
        await using var context = _site.The<Database>().NewContext();
        var mails = await context.MailOutbox.AsNoTracking().OrderBy(mail => mail.WrittenAt).ToListAsync(Stop);
        return
        [
            .. mails.Select(mail => (mail, content: _site.The<MailContents>().Open(mail.Id, mail.Content!)!.Value))
                .Select(one => (one.content.Address, one.mail.Subject, one.content.Text)),
        ];
    }

    /// <summary>With a mail server that nothing is sent to meanwhile.</summary>
    private sealed class SiteWithMail : Site
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services =>
            {
                services.Replace(ServiceDescriptor.Singleton(new Settings
                {
                    DataFolder = Data,
                    PublicUrl = new Uri("http://localhost"),
                    Smtp = new SmtpSettings
                    {
                        Host = "localhost", Port = 1, Encryption = SmtpEncryption.None, From = "p@drenthe.example", FromName = "P",
                    },
                }));
                // Housekeeping would try to send.
                services.RemoveAll<Microsoft.Extensions.Hosting.IHostedService>();
            });
        }
    }
}
