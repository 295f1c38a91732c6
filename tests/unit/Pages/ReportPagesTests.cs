using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Review.Reports;
using Participatie.Surveys.Storage;
using Participatie.Tests.Access;
using Participatie.Web.Access;
using static Participatie.Tests.Hosting.Asking;

namespace Participatie.Tests.Pages;

/// <summary>A visitor reports something, staff answer, and the code leads to the answer.</summary>
public sealed class ReportPagesTests(Site site) : IClassFixture<Site>
{
    private const string Words = "Wat ging er mis?";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_a_report_to_its_answer_behind_a_code()
    {
        var visitor = site.NewResident();
        await visitor.OpenAsync("/melding");
        Assert.Empty(visitor.CookieNames);
        Assert.Contains("binnen 10 werkdagen", visitor.Words, StringComparison.Ordinal);
        await visitor.PressAsync("Verstuur");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.StartsWith("Fout: ", visitor.Title, StringComparison.Ordinal);
        await visitor.Type(Words, "De <b>kaart</b> is te klein.").PressAsync("Verstuur");
        Assert.Equal("Wij hebben uw bericht", visitor.Heading);
        var code = Resident.Clean(visitor.Page.QuerySelector("p.code")!);
        Assert.DoesNotContain(code.Replace(" ", "", StringComparison.Ordinal), visitor.Address, StringComparison.Ordinal);

        var desk = (await GivenStaff.AdministratorAsync(site, "meldingen@voorbeeld.nl")).Browser;
        await desk.OpenAsync("/beheer");
        Assert.Contains("Zonder antwoord: Meldingen", desk.Words, StringComparison.Ordinal);
        await desk.OpenAsync("/beheer/meldingen?zoek=kaart");
        Assert.Contains("1 melding.", desk.Words, StringComparison.Ordinal);
        await desk.OpenAsync(desk.Page.QuerySelector("main h2 a")!.GetAttribute("href")!);
        Assert.Contains("De <b>kaart</b> is te klein.", desk.Words, StringComparison.Ordinal);
        await desk.Type("Uw antwoord aan de bezoeker", "De kaart wordt groter.").PressAsync("Geef antwoord");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.Contains("De kaart wordt groter.", desk.Page.QuerySelector("#woorden")!.TextContent, StringComparison.Ordinal);
        await desk.Choose("Wij lossen het niet op").Type("Hetzelfde in makkelijke taal", "Wij doen niets.").PressAsync("Geef antwoord");
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.Contains("Beantwoord.", desk.Words, StringComparison.Ordinal);
        await desk.OpenAsync("/beheer/meldingen?zoek=kaart");
        Assert.Contains("0 meldingen.", desk.Words, StringComparison.Ordinal);

        await visitor.FollowAsync("Lees wat wij doen met uw bericht");
        await visitor.Type("Wat is de code van uw bericht?", "1234").PressAsync("Bekijk mijn bericht");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        await visitor.Type("Wat is de code van uw bericht?", code).PressAsync("Bekijk mijn bericht");
        Assert.Contains("Wij veranderen dit niet.", visitor.Words, StringComparison.Ordinal);
        Assert.Contains("De kaart wordt groter.", visitor.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("voorbeeld.nl", visitor.Words, StringComparison.Ordinal);
        await using var db = site.The<Database>().NewContext();
        var line = await db.AuditLog.SingleAsync(
            line => line.Action == "melding beantwoord" && line.Who.Contains("meldingen@"), Stop);
        Assert.DoesNotContain("kaart", line.After + line.Before, StringComparison.Ordinal);

        // In easy words, to who reads those.
        await visitor.OpenAsync("/melding/volgen?taal=nl-simple");
        await visitor.Type("Wat is de code van uw bericht?", code).PressAsync("Bekijk mijn bericht");
        Assert.Contains("Wij doen niets.", visitor.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("De kaart wordt groter.", visitor.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_reported_it_answers_back_and_the_author_of_those_questions_sees_it_and_no_other()
    {
        using var client = site.CreateClient();
        await client.SendAsync(Post("/melding", ("woorden", "Over het wonen."), ("pagina", "/raadpleging/wonen")), Stop);
        await client.SendAsync(Post("/melding", ("woorden", "Over de themas."), ("pagina", "/raadpleging/themas")), Stop);
        var author = (await GivenStaff.ColleagueAsync(site, "wonen@voorbeeld.nl", (StaffRole.Author, "wonen"))).Browser;
        await author.OpenAsync("/beheer");
        var notice = author.Page.QuerySelectorAll("main a").Single(
            link => Resident.Clean(link).StartsWith("Zonder antwoord:", StringComparison.Ordinal));
        Assert.Equal("/beheer/raadpleging/wonen/meldingen", notice.GetAttribute("href"));
        await author.OpenAsync("/beheer/raadpleging/wonen");
        await author.FollowAsync("Meldingen over deze raadpleging");
        Assert.Contains("1 melding.", author.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Over de themas.", author.Words, StringComparison.Ordinal);
        await using var db = site.The<Database>().NewContext();
        var (own, other) = (await NumberAsync("Over het wonen."), await NumberAsync("Over de themas."));
        foreach (var (address, status) in new[]
        {
            ($"/beheer/raadpleging/wonen/meldingen/{other}", HttpStatusCode.NotFound), ("/beheer/meldingen", HttpStatusCode.Forbidden),
            ($"/beheer/meldingen/{own}", HttpStatusCode.Forbidden), ("/beheer/raadpleging/themas/meldingen", HttpStatusCode.Forbidden),
        })
        {
            await author.OpenAsync(address);
            Assert.Equal(status, author.Status);
        }

        var place = $"/beheer/raadpleging/wonen/meldingen/{own}";
        await author.OpenAsync(place);
        await author.Choose("Het is opgelost").Type("Uw antwoord aan de bezoeker", "Het is beter.").PressAsync("Geef antwoord");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, author.Status);
        await author.Type("Hetzelfde in makkelijke taal", "Nu is het goed.").PressAsync("Geef antwoord");
        Assert.Equal((HttpStatusCode.OK, place), (author.Status, author.Address));
        // Each look, with how much was shown and never what.
        var looks = await db.AuditLog.Where(line => line.Subject == "wonen/melding").OrderBy(line => line.Number)
            .Select(line => line.Action + ": " + line.After).ToListAsync(Stop);
        Assert.Equal(
            [
                "meldingen bekeken: 1 meldingen", $"melding bekeken: {own}", $"melding bekeken: {own}", $"melding beantwoord: {own}",
                $"melding bekeken: {own}",
            ],
            looks);
        var all = (await GivenStaff.AdministratorAsync(site, "alles@voorbeeld.nl")).Browser;
        await all.OpenAsync("/beheer/meldingen?zoek=themas");
        await all.OpenAsync($"/beheer/meldingen/{other}");
        await all.OpenAsync("/beheer/toegankelijkheid/punten");
        Assert.Equal(
            ["meldingen bekeken", "melding bekeken", "punten over de website bekeken"],
            await db.AuditLog.Where(line => line.Subject == "melding" && line.Who.Contains("alles@")).OrderBy(line => line.Number)
                .Select(line => line.Action).ToListAsync(Stop));

        Task<int> NumberAsync(string text) => db.VisitorReports.Where(one => one.Text == text).Select(one => one.Number).SingleAsync(Stop);
    }

    [Fact]
    public async Task Under_the_code_one_says_more_within_the_limits_of_a_first_report()
    {
        var visitor = site.NewResident();
        await visitor.OpenAsync("/melding");
        await visitor.Type(Words, "De kleuren zijn fel.").PressAsync("Verstuur");
        var code = Resident.Clean(visitor.Page.QuerySelector("p.code")!);
        await visitor.FollowAsync("Lees wat wij doen met uw bericht");
        await visitor.Type("Wat is de code van uw bericht?", code).PressAsync("Bekijk mijn bericht");
        Assert.False(visitor.Offers("Dit is nog niet opgelost"));
        await visitor.PressAsync("Verstuur");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.StartsWith("Fout: ", visitor.Title, StringComparison.Ordinal);
        await visitor.Type(More, string.Concat(Enumerable.Repeat("woord ", 1000))).PressAsync("Verstuur");
        Assert.Contains("Gebruik niet meer dan 5000 tekens.", visitor.Words, StringComparison.Ordinal);
        await visitor.Type(More, "Bel mij op 06-12345678.").PressAsync("Verstuur");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Contains("06-12345678", visitor.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        await visitor.Tick("Ik verstuur het zo").PressAsync("Verstuur");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Contains("Wij hebben uw bericht", Resident.Clean(visitor.Page.QuerySelector(".utrecht-alert--ok[role=status]")!), StringComparison.Ordinal);
        Assert.Equal("", visitor.Page.QuerySelector("textarea")!.TextContent.Trim());
        Assert.DoesNotContain(code.Replace(" ", "", StringComparison.Ordinal), visitor.Address, StringComparison.Ordinal);

        var desk = (await GivenStaff.AdministratorAsync(site, "terug@voorbeeld.nl")).Browser;
        await desk.OpenAsync("/beheer/meldingen?zoek=kleuren");
        await desk.OpenAsync(desk.Page.QuerySelector("main h2 a")!.GetAttribute("href")!);
        var place = desk.Address;
        Assert.Contains("Bel mij op 06-12345678.", desk.Words, StringComparison.Ordinal);
        Assert.Contains("In deze tekst staat misschien een adres of nummer", desk.Words, StringComparison.Ordinal);
        await desk.Choose("Het is opgelost").Type("Uw antwoord aan de bezoeker", "Nu zijn ze zacht.")
            .Type("Hetzelfde in makkelijke taal", "Klaar.").PressAsync("Geef antwoord");
        Assert.Contains("Beantwoord.", desk.Words, StringComparison.Ordinal);
        await visitor.OpenAsync("/melding/volgen");
        await visitor.Type("Wat is de code van uw bericht?", code).PressAsync("Bekijk mijn bericht");
        Assert.Contains("Dit is nu beter.", visitor.Words, StringComparison.Ordinal);
        await visitor.PressAsync("Dit is nog niet opgelost");
        Assert.Contains("Wij geven antwoord op", visitor.Words, StringComparison.Ordinal);
        // What staff said stays readable.
        Assert.Contains("Nu zijn ze zacht.", visitor.Words, StringComparison.Ordinal);
        await desk.OpenAsync("/beheer/meldingen?zoek=kleuren");
        Assert.Contains("1 melding.", desk.Words, StringComparison.Ordinal);
        await desk.OpenAsync(place);
        Assert.Contains("De bezoeker zegt: dit is nog niet opgelost", desk.Words, StringComparison.Ordinal);
        // Set aside meanwhile: told, and the words are not lost.
        visitor.Type(More, "Nog steeds.");
        await desk.PressAsync("Dit is geen melding");
        await visitor.PressAsync("Verstuur");
        Assert.Equal(HttpStatusCode.Conflict, visitor.Status);
        Assert.Contains("Nog steeds.", visitor.Words, StringComparison.Ordinal);
        Assert.Contains("Klopt dat niet? Bel of mail ons.", visitor.Words, StringComparison.Ordinal);
        using var client = site.CreateClient();
        var huge = await client.SendAsync(
            Post("/melding/volgen", ("code", code), ("doe", "meer"), ("woorden", new string('a', 10 * 1024 * 1024))), Stop);
        await huge.RefusedAsync(HttpStatusCode.RequestEntityTooLarge, "Ga terug en maak uw tekst korter.");
    }

    private static string More => "Schrijf het hier op";

    [Fact]
    public async Task What_is_no_report_is_set_aside_and_taken_up_again()
    {
        var visitor = site.NewResident();
        await visitor.OpenAsync("/melding");
        await visitor.Type(Words, "Koop goedkope horloges.").PressAsync("Verstuur");
        var code = Resident.Clean(visitor.Page.QuerySelector("p.code")!);
        var desk = (await GivenStaff.AdministratorAsync(site, "horloge@voorbeeld.nl")).Browser;
        await desk.OpenAsync("/beheer/meldingen?zoek=horloge");
        await desk.OpenAsync(desk.Page.QuerySelector("main h2 a")!.GetAttribute("href")!);
        await desk.PressAsync("Dit is geen melding");
        Assert.Contains("Dit is geen melding.", desk.Words, StringComparison.Ordinal);
        await visitor.OpenAsync("/melding/volgen");
        await visitor.Type("Wat is de code van uw bericht?", code).PressAsync("Bekijk mijn bericht");
        Assert.Contains("Klopt dat niet? Bel of mail ons.", visitor.Words, StringComparison.Ordinal);
        await desk.PressAsync("Dit is toch een melding");
        Assert.Contains("Geef antwoord op", desk.Words, StringComparison.Ordinal);
        await desk.OpenAsync("/beheer/meldingen/99999");
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
    }

    [Fact]
    public async Task Persons_in_it_are_asked_about_and_what_is_refused_keeps_its_words()
    {
        var visitor = site.NewResident();
        await visitor.OpenAsync("/melding");
        await visitor.Type(Words, "Mijn buurman 06-12345678 ziet niets.").Type("Mailadres(hoeft niet)", "ik@voorbeeld.nl")
            .PressAsync("Verstuur");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.DoesNotContain("06-12345678", visitor.Title, StringComparison.Ordinal);
        Assert.Contains("06-12345678", visitor.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        await visitor.Tick("Ik verstuur het zo").PressAsync("Verstuur");
        Assert.Equal("Wij hebben uw bericht", visitor.Heading);

        await visitor.OpenAsync("/melding");
        var much = string.Concat(Enumerable.Repeat("woord ", 1000));
        await visitor.Type(Words, much).PressAsync("Verstuur");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Contains("Gebruik niet meer dan 5000 tekens.", visitor.Words, StringComparison.Ordinal);
        Assert.EndsWith(much.Trim(), visitor.Page.QuerySelector("textarea")!.TextContent.Trim(), StringComparison.Ordinal);
        using var client = site.CreateClient();
        var huge = await client.SendAsync(Post("/melding", ("woorden", new string('a', 10 * 1024 * 1024))), Stop);
        await huge.RefusedAsync(HttpStatusCode.RequestEntityTooLarge, "Ga terug en maak uw tekst korter.");

        // A program fills in what nobody sees; a person whose browser did so sees it now.
        await visitor.OpenAsync("/melding");
        var (address, fields) = visitor.Form("Verstuur");
        Assert.Contains(fields, field => field.Key == "website");
        Assert.NotNull(visitor.Page.QuerySelector("[hidden] #website"));
        await visitor.PostAsync(address, fields.Select(field => new KeyValuePair<string, string>(
            field.Key, field.Key switch { "website" => "https://a.example", "woorden" => "Val", _ => field.Value })));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Null(visitor.Page.QuerySelector("[hidden] #website"));
        await visitor.Type("Laat dit vak leeg", "").PressAsync("Verstuur");
        Assert.Equal("Wij hebben uw bericht", visitor.Heading);
    }

    [Fact]
    public async Task One_network_sends_no_flood_and_another_site_nothing()
    {
        using var client = site.CreateClient();
        var sent = 0;
        HttpResponseMessage answer;
        do
        {
            answer = await client.SendAsync(
                Post("/melding", ("woorden", $"Vloed {sent++}.")).With(Site.AddressHeader, "203.0.113.77"), Stop);
        }
        while (answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(21, sent);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Stop), Stop);
        Assert.Contains("Vloed 20.", page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        answer = await client.SendAsync(Post("/melding", ("woorden", "Vloed.")).With("Sec-Fetch-Site", "cross-site"), Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await using var db = site.The<Database>().NewContext();
        Assert.Equal(20, await db.VisitorReports.CountAsync(one => one.Text.StartsWith("Vloed"), Stop));
    }

    [Theory]
    [InlineData("/raadpleging/themas/vraag/buurt", "/raadpleging/themas/vraag/buurt")]
    [InlineData("/voorbeeld/0123", "")]
    [InlineData("/adviesraad/0123/ronde", "")]
    [InlineData("/beheer/logboek", "")]
    [InlineData("/melding", "")]
    [InlineData("//elders.example", "")]
    [InlineData("/a?b", "")]
    [InlineData("javascript:alert(1)", "")]
    [InlineData("", "")]
    public async Task A_page_is_one_of_this_site_for_everybody(string said, string kept)
    {
        using var client = site.CreateClient();
        var words = "Pagina " + Guid.NewGuid();
        var answer = await client.SendAsync(Post("/melding", ("woorden", words), ("pagina", said)), Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var db = site.The<Database>().NewContext();
        Assert.Equal(kept, await db.VisitorReports.Where(one => one.Text == words).Select(one => one.Page).SingleAsync(Stop));
        Assert.Empty(await db.VisitorReports.Where(one => one.Text == words && one.State != (short)ReportState.Open).ToListAsync(Stop));
    }
}
