using System.Net;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Storage;
using Participatie.Tests.Access;
using Participatie.Web.Access;

namespace Participatie.Tests.Pages.Desk;

/// <summary>What staff see first.</summary>
public sealed class OverviewTests : IDisposable
{
    private readonly Site _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Says_of_each_consultation_how_it_stands_and_what_waits()
    {
        var browser = (await GivenDesk.WithConceptAsync(_site)).Browser;
        await browser.OpenAsync("/beheer");
        var waiting = browser.Page.QuerySelectorAll("h2").Single(heading => Resident.Clean(heading) == "Wat vraagt uw aandacht?").NextElementSibling!;
        Assert.Equal("Een proef: Vraag om beoordeling", Resident.Clean(waiting));
        Assert.Contains("4 raadplegingen.", browser.Words, StringComparison.Ordinal);
        Assert.Contains("Een proef Dit is een concept.", browser.Words, StringComparison.Ordinal);
        Assert.Contains("Wonen in Drenthe", browser.Words, StringComparison.Ordinal);
        Assert.Contains("De raadpleging is open. De vragen sluiten op ", browser.Words, StringComparison.Ordinal);
        Assert.Contains("0 reacties. Vandaag 0.", browser.Words, StringComparison.Ordinal);
        Assert.Contains("Uitslag uiterlijk op ", browser.Words, StringComparison.Ordinal);
        await browser.FollowAsync("Een proef: Vraag om beoordeling");
        Assert.Equal(GivenDesk.Page + "/nakijken", browser.Address);
        await browser.PressAsync("Vraag om beoordeling");
        await browser.OpenAsync("/beheer");
        Assert.Contains("De vragen worden nagekeken.", browser.Words, StringComparison.Ordinal);
        Assert.Contains("De adviesraad kijkt de vragen na.", browser.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("proef", "Een proef")]
    [InlineData("CONCEPT", "Een proef")]
    [InlineData("wonen", "Wonen in Drenthe: wat is nodig?")]
    [InlineData("bestaat niet", null)]
    [InlineData("\"><script>alert(1)</script>", null)]
    public async Task Is_searched(string typed, string? found)
    {
        var browser = (await GivenDesk.WithConceptAsync(_site)).Browser;
        await browser.OpenAsync("/beheer");
        await browser.Type("Zoeken", typed).PressGetAsync("Zoek een raadpleging");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Equal(
            found is null ? [] : [found],
            browser.Page.QuerySelectorAll("main h2 a").Select(Resident.Clean));
        Assert.Equal(typed, browser.Page.GetElementById("zoek")!.GetAttribute("value"));
        Assert.Empty(browser.Page.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task Is_paged()
    {
        var browser = (await GivenStaff.AdministratorAsync(_site)).Browser;
        for (var number = 0; number < 20; number++)
        {
            await browser.OpenAsync("/beheer/raadpleging/nieuw");
            await browser.Type("Tekst van de vragen", $"{{\"slug\": \"nummer-{number}\"}}").PressAsync("Begin");
        }

        await browser.OpenAsync("/beheer");
        Assert.Contains("23 raadplegingen.", browser.Words, StringComparison.Ordinal);
        Assert.Equal(20, browser.Page.QuerySelectorAll("main h2 a").Length);
        await browser.FollowAsync("Volgende pagina: Raadplegingen");
        Assert.Equal(3, browser.Page.QuerySelectorAll("main h2 a").Length);
        // What has no title yet is called by its name.
        Assert.Contains("nummer-0", browser.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_the_responses_of_today_and_all()
    {
        var browser = (await GivenStaff.AdministratorAsync(_site)).Browser;
        await HandInAsync();
        await CountedAsync(browser, "1 reactie. Vandaag 1.");
        _site.Clock.Now += TimeSpan.FromMinutes(1);
        await HandInAsync();
        await CountedAsync(browser, "2 reacties. Vandaag 2.");
    }

    [Fact]
    public async Task Says_how_many_responses_could_not_be_counted_and_which_promises_are_late()
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        await using (var context = _site.The<Database>().NewContext())
        {
            context.Queue.Add(new QueueEntry
            {
                ResponseId = new byte[16],
                ConsultationId = _site.The<Catalogue>().Latest("wonen")!.ConsultationId,
                Attempts = 12,
                VisibleAt = 0,
                Dead = true,
            });
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        _site.Clock.Now += TimeSpan.FromDays(200);
        var browser = await staff.SignInElsewhereAsync();
        await browser.OpenAsync("/beheer?zoek=wonen");
        Assert.Contains("1 reactie kon niet worden geteld.", browser.Words, StringComparison.Ordinal);
        Assert.NotNull(browser.Page.QuerySelector("main h2 + ul strong + a[href='/beheer/wachtrij?zoek=wonen']"));
        Assert.Contains("Uitslag te laat: beloofd uiterlijk op ", browser.Words, StringComparison.Ordinal);
        Assert.Contains("Besluit te laat: beloofd uiterlijk op ", browser.Words, StringComparison.Ordinal);
    }

    /// <summary>The same as the mails tell, as long as it waits: and nothing of what is somebody else's to do.</summary>
    [Fact]
    public async Task What_asks_for_attention_follows_from_who_looks()
    {
        var administrator = await GivenStaff.AdministratorAsync(_site);
        var author = (await GivenStaff.ColleagueAsync(_site, "bas@voorbeeld.nl", (StaffRole.Author, "wonen"))).Browser;
        var analyst = (await GivenStaff.ColleagueAsync(_site, "eva@voorbeeld.nl", (StaffRole.Analyst, "wonen"))).Browser;
        await using (var context = _site.The<Database>().NewContext())
        {
            context.Queue.Add(new QueueEntry
            {
                ResponseId = new byte[16],
                ConsultationId = _site.The<Catalogue>().Latest("wonen")!.ConsultationId,
                Attempts = 12,
                VisibleAt = 0,
                Dead = true,
            });
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(["Niet geteld: Wonen in Drenthe: wat is nodig?"], await NoticedAsync(administrator.Browser));
        Assert.Equal("/beheer/wachtrij?zoek=wonen", administrator.Browser.Page.QuerySelector("main h2 + ul a")!.GetAttribute("href"));
        Assert.Empty(await NoticedAsync(author));
        Assert.Empty(await NoticedAsync(analyst));

        // A week before its last day: its author's, and without an author an administrator's.
        _site.Clock.Now = Amsterdam.StartOf(_site.The<Catalogue>().Latest("wonen")!.Definition.Charter.ClosesOn.AddDays(-1)).AddHours(12);
        var later = (await GivenStaff.ColleagueAsync(_site, "jan@voorbeeld.nl", (StaffRole.Author, "wonen"))).Browser;
        Assert.Contains("Sluit bijna: Wonen in Drenthe: wat is nodig?", await NoticedAsync(later));
        var seen = await NoticedAsync(await administrator.SignInElsewhereAsync());
        Assert.DoesNotContain(seen, one => one.StartsWith("Sluit bijna: Wonen", StringComparison.Ordinal));
        Assert.Contains(seen, one => one.StartsWith("Sluit ", StringComparison.Ordinal));
    }

    private static async Task<List<string>> NoticedAsync(Resident browser)
    {
        await browser.OpenAsync("/beheer");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        return browser.Page.QuerySelectorAll("main h2").FirstOrDefault(heading => Resident.Clean(heading) == "Wat vraagt uw aandacht?")
            is { NextElementSibling: { } list }
            ? [.. list.QuerySelectorAll("li").Where(item => item.QuerySelector("br") is not null)
                .Select(item => Resident.Clean(item.QuerySelector("a")!))]
            : [];
    }

    [Fact]
    public async Task An_analyst_sees_the_own_consultation_and_no_step()
    {
        var browser = (await GivenStaff.ColleagueAsync(_site, "bas@voorbeeld.nl", (StaffRole.Analyst, "wonen"))).Browser;
        await browser.OpenAsync("/beheer");
        Assert.Equal(["Wonen in Drenthe: wat is nodig?"], browser.Page.QuerySelectorAll("main h2 a").Select(Resident.Clean));
        Assert.DoesNotContain("Nieuwe raadpleging", browser.Words, StringComparison.Ordinal);
        await browser.OpenAsync("/beheer/raadpleging/wonen");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.DoesNotContain(browser.Page.QuerySelectorAll("main a"), link => Resident.Clean(link) == "Sluit de raadpleging");
        await browser.OpenAsync("/beheer/raadpleging/wonen/sluiten");
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        await browser.OpenAsync("/beheer/raadpleging/wonen/vragen");
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
    }

    private async Task HandInAsync()
    {
        var resident = _site.NewResident();
        await resident.ToCheckPageAsync("wonen");
        await resident.SendAsync();
    }

    /// <summary>The worker counts beside the pages.</summary>
    private static async Task CountedAsync(Resident browser, string words)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            await browser.OpenAsync("/beheer/raadpleging/wonen");
            if (browser.Words.Contains(words, StringComparison.Ordinal))
            {
                return;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Contains(words, browser.Words, StringComparison.Ordinal);
    }
}
