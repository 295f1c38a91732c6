using Participatie.Journeys.Browsing;
using Participatie.Journeys.Screens;
using Participatie.Journeys.Site;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Review.Checks;

namespace Participatie.Journeys.Walks;

/// <summary>Somebody of the staff who asks the council, answers, and opens.</summary>
internal sealed class CouncilStaff(Visitor visitor)
{
    private static DateOnly Yesterday => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-1);

    /// <summary>No two have the same: on the statement they stand beside each other.</summary>
    public static string TitleOf(string slug) => $"Een plan voor {slug}";

    /// <summary>An administrator, and an account of somebody of the council, who needs no password.</summary>
    public async Task ComeInAsync(SiteUnderTest own)
    {
        await Administrator.BeginAsync(own, visitor, "Lies", "lies@drenthe.nl");
        var invite = await OpenAsync("/beheer/accounts/uitnodigen");
        await invite.ChooseAsync("Meekijken als lid van de adviesraad");
        await invite.SendAsync("Uitnodiging maken", ("Naam", "Bas"), ("Mailadres", "bas@raad.example"));
    }

    public Task<DeskScreen> OpenAsync(string address) => DeskScreen.OpenAsync(visitor, address);

    public Task<DeskScreen> OpenAsync(string slug, string step) => OpenAsync($"/beheer/raadpleging/{slug}/{step}");

    public async Task BeginAsync(string slug)
    {
        var begin = await OpenAsync("/beheer/raadpleging/nieuw");
        await begin.ChooseFileAsync("vragen.json", VillageQuestions.Document(slug, TitleOf(slug)));
        await begin.SendAsync("Begin");
        await (await OpenAsync(slug, "nakijken")).SendAsync("Vraag om beoordeling");
    }

    public async Task<DeskScreen> AskAsync(string slug) =>
        await (await OpenAsync(slug, "adviesraad")).SendAsync("Vraag de ronde", ("Waar moet de raad op letten?", "De eerste vraag."));

    /// <returns>The address of the link.</returns>
    public async Task<string> InviteAsync(string who, params (string Label, string Text)[] fields)
    {
        var round = new DeskScreen(visitor);
        await round.ChooseAsync(who);
        await round.SendAsync("Nodig uit", fields);
        return new Uri(await visitor.Page.Locator("p.link code").InnerTextAsync()).AbsolutePath;
    }

    /// <summary>What somebody says who calls, and what somebody else wrote too.</summary>
    public async Task WriteDownAsync(int other)
    {
        var page = await (await OpenAsync("buurthuis", "adviesraad/1")).ToAsync("Schrijf een punt op voor een lid");
        var refused = await page.SendAsync("Bewaar het punt");
        Assert.Equal(422, visitor.Status);
        await refused.ChooseAsync("Hinderlijk");
        await refused.ChooseAsync("Over deze vragen");
        var written = await refused.SendAsync("Bewaar het punt", ("Wat zegt het lid?", "Het is klein."));
        var own = new Uri(visitor.Page.Url).Segments[^1];
        var joined = await written.SendAsync("Voeg samen", ("Nummer van het andere punt", $"{other}"));
        Assert.Contains("Dit is hetzelfde als", await joined.TextAsync(), StringComparison.Ordinal);
        await joined.ToAsync($"Punt {other}");
        await (await new DeskScreen(visitor).ToAsync($"Punt {own}")).SendAsync("Haal weer uit elkaar");
    }

    public async Task AnswerAsync(int finding)
    {
        var page = await OpenAsync("buurthuis", $"adviesraad/punt/{finding}");
        await page.ChooseAsync("Wij lossen het niet op");
        var answered = await page.SendAsync(
            "Geef antwoord", ("Uw antwoord aan het lid", "De knop staat er al."), ("Hetzelfde in makkelijke taal", "Er is een knop."));
        Assert.Contains("Het lid kijkt nog eens.", await answered.TextAsync(), StringComparison.Ordinal);
    }

    /// <summary>What a visitor reported, and what the council advised.</summary>
    public async Task AnswerOthersAsync()
    {
        var points = await OpenAsync("/beheer/toegankelijkheid/punten");
        Assert.Contains("1 punt.", await points.TextAsync(), StringComparison.Ordinal);
        var report = await (await OpenAsync("/beheer/meldingen")).ToAsync("Melding 1");
        var half = await report.SendAsync("Geef antwoord", ("Uw antwoord aan de bezoeker", "De kaart blijft zo."));
        Assert.Equal(422, visitor.Status);
        await half.ChooseAsync("Wij lossen het niet op");
        var answered = await half.SendAsync("Geef antwoord", ("Hetzelfde in makkelijke taal", "Wij doen niets."));
        Assert.Contains("Beantwoord.", await answered.TextAsync(), StringComparison.Ordinal);

        var advices = await OpenAsync("/beheer/adviezen");
        await advices.SendAsync("Bewaar het advies");
        Assert.Equal(422, visitor.Status);
        var advice = await advices.ToAsync("Advies 1");
        await advice.ChooseAsync("Het is opgelost");
        await advice.SendAsync(
            "Geef antwoord", ("Het antwoord van de provincie", "Dat doen wij."), ("Hetzelfde in makkelijke taal", "Dat is nu zo."));
        Assert.Equal(200, visitor.Status);

        var meeting = await OpenAsync("/beheer/vergadering");
        var nothing = await meeting.SendAsync("Bewaar deze dag");
        Assert.Equal(422, visitor.Status);
        var kept = await nothing.SendAsync(
            "Bewaar deze dag", ("Dag", $"{Yesterday.Day}"), ("Maand", $"{Yesterday.Month}"), ("Jaar", $"{Yesterday.Year}"));
        Assert.Contains("Vraag minder.", await kept.TextAsync(), StringComparison.Ordinal);
    }

    /// <summary>A file in which a computer found something, and was not sure of something else.</summary>
    public async Task TakeCheckAsync(string slug)
    {
        var definition = DefinitionReader.Read(System.Text.Encoding.UTF8.GetBytes(VillageQuestions.Document(slug, TitleOf(slug)))).Definition!;
        var page = new CheckedPage
        {
            Page = PageList.Start,
            Language = "nl",
            State = PageState.Shown,
            Width = 320,
            Found = [new RuleResult("color-contrast", ["1.4.3"], 2, ["<p class=\"grijs\">grijs</p>"])],
            Unsure = [new RuleResult("hidden-content", [], 1, [])],
        };
        var report = new CheckReport
        {
            Format = CheckReport.Kind,
            Slug = slug,
            Version = PageList.Of(definition, slug).Version,
            At = TimeProvider.System.GetUtcNow(),
            Engine = "axe-core",
            Browser = "Chromium",
            Pages = [page, page with { Page = "/vraag/plan", State = PageState.Refused, Unsure = [] }],
        };
        var check = await (await OpenAsync(slug, "automatische-controle")).SendAsync("Neem de uitslag over");
        Assert.Equal(422, visitor.Status);
        await check.ChooseFileAsync("check.json", System.Text.Encoding.UTF8.GetString(CheckReportFile.Write(report)));
        var taken = await check.SendAsync("Neem de uitslag over");
        Assert.Contains("Op 2 van de 4 pagina's vond de computer iets.", await taken.TextAsync(), StringComparison.Ordinal);
    }

    public async Task<DeskScreen> OpenConsultationAsync(string slug)
    {
        var open = await (await OpenAsync(slug, "openen")).SendAsync("Open nu");
        Assert.Contains("De raadpleging is open.", await open.TextAsync(), StringComparison.Ordinal);
        return open;
    }

    /// <summary>Whoever is of the council no longer.</summary>
    public async Task TakeRoleAsync()
    {
        var account = await (await OpenAsync("/beheer/accounts")).ToAsync("Bas, bas@raad.example");
        await account.SendAsync("Rol weghalen: Lid van de adviesraad");
    }
}
