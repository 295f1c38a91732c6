using System.Net;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Review.Studies;
using Participatie.Surveys.Storage;
using Participatie.Tests.Access;
using Participatie.Tests.Hosting;
using Participatie.Tests.Review;

namespace Participatie.Tests.Pages.Desk;

/// <summary>The statement from its first field to what everybody reads.</summary>
public sealed class StatementDeskTests(Site site) : IClassFixture<Site>
{
    private const string Sign = "Maak de getekende verklaring openbaar";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_written_signed_read_by_everybody_and_held_against_the_register()
    {
        var desk = (await GivenStaff.AdministratorAsync(site, "verklaring@voorbeeld.nl")).Browser;
        var visitor = site.NewResident();
        await desk.OpenAsync("/beheer/toegankelijkheid");
        await desk.FollowAsync("Verklaring");
        Assert.Contains("Deze site heeft nu status D.", desk.Words, StringComparison.Ordinal);
        Assert.Contains("In het register geldt status E.", desk.Words, StringComparison.Ordinal);
        await desk.PressAsync(Sign);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.StartsWith("Fout: ", desk.Title, StringComparison.Ordinal);

        await desk.OpenAsync("/beheer/toegankelijkheid/verklaring/velden");
        Assert.Contains("Deze stap slaat u over. Er is geen volledig onderzoek.", desk.Words, StringComparison.Ordinal);

        // A study with one deviation gives B when that is described.
        var today = Amsterdam.DayOf(TimeProvider.System.GetUtcNow());
        var study = GivenStudy.Complete() with { On = today };
        study = study.With(new Judgement("reflow", null, Verdict.Failed, "De kaart is te breed.<script>", GivenStudy.At));
        var number = await site.The<GroupedWriter>().WriteAsync(scope => site.The<SaveStudy>().BeginAsync(scope, study, "Anna"), Stop);
        var seen = (await site.The<ReadStudies>().OneAsync(number, Stop))!;
        await site.The<GroupedWriter>().WriteAsync(
            scope => site.The<SaveStudy>().SaveAsync(scope, seen, study, StudyState.Published, "Anna"), Stop);
        await desk.OpenAsync("/beheer/toegankelijkheid/verklaring");
        Assert.Contains("Schrijf bij elke fout oorzaak", desk.Words, StringComparison.Ordinal);
        await desk.PressAsync("Neem de fouten over uit het onderzoek");
        await desk.FollowAsync("De kaart is te breed.<script>");
        desk.Type("Hoe komt het?", "Oude kaart").Type("Wie heeft er last van?", "Wie vergroot").Type("Wat doet u eraan?", "Nieuwe kaart")
            .Type("Nummer van de regel, zoals 1.4.10(hoeft niet)", "9.9.9").Type("Dag", "1").Type("Maand", "2").Type("Jaar", "2031");
        await desk.PressAsync("Bewaar");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        await desk.Type("Nummer van de regel, zoals 1.4.10(hoeft niet)", "1.4.10").PressAsync("Bewaar");
        Assert.Equal("/beheer/toegankelijkheid/verklaring", desk.Address);

        desk.Type("Wie tekent?", "D. Directeur").Type("Functie van wie tekent", "Directeur");
        Field(desk, "getekend", $"{today.Day}");
        Field(desk, "getekend-maand", $"{today.Month}");
        Field(desk, "getekend-jaar", $"{today.Year}");
        await desk.PressAsync(Sign);
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.Contains("Deze site heeft nu status B.", desk.Words, StringComparison.Ordinal);
        await visitor.OpenAsync("/toegankelijkheid");
        foreach (var told in new[]
        {
            "Deze website heeft status B.", "De kaart is te breed.<script>", "Oude kaart", "Wie vergroot", "Nieuwe kaart", "1 februari 2031",
            "D. Directeur heeft deze verklaring goedgekeurd", "Nationale ombudsman", "Bekijk het verslag van",
        })
            Assert.Contains(told, visitor.Words, StringComparison.Ordinal);
        Assert.True(visitor.Page.LinksTo($"/toegankelijkheid/onderzoek/{number}"));
        Assert.DoesNotContain("verklaring@voorbeeld.nl", visitor.Words, StringComparison.Ordinal);

        // The register says otherwise: staff are told, on their first page too.
        await desk.Type("Adres in het register(hoeft niet)", "http://register.voorbeeld.nl").PressAsync("Bewaar als concept");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        await desk.Type("Adres in het register(hoeft niet)", "https://register.voorbeeld.nl/1").Choose("C").PressAsync("Bewaar als concept");
        Assert.Contains("Dat is anders dan op deze site.", desk.Words, StringComparison.Ordinal);
        await desk.OpenAsync("/beheer");
        Assert.Contains("Anders in het register: Verklaring over toegankelijkheid", desk.Words, StringComparison.Ordinal);
        await desk.OpenAsync("/beheer/toegankelijkheid/verklaring");
        await desk.Choose("B").PressAsync("Bewaar als concept");
        await desk.OpenAsync("/beheer");
        Assert.DoesNotContain("Anders in het register", desk.Words, StringComparison.Ordinal);
        await visitor.OpenAsync("/toegankelijkheid");
        Assert.True(visitor.Page.LinksTo("https://register.voorbeeld.nl/1"));

        await desk.OpenAsync("/beheer/toegankelijkheid/verklaring/velden");
        Assert.Equal(
            [
                "Naam van de site", "Programma waarop de site draait", "Wie levert dat programma?", "Naam van de organisatie",
                "Adres van de site", "Waar gaat de verklaring over?", "Status", "Dag van het volgende onderzoek", "Onderzoek", "Regels",
                "Bekende fout 1: Nummer van de regel, zoals 1.4.10",
            ],
            desk.Page.QuerySelectorAll("main dt").Take(11).Select(Resident.Clean));
        Assert.Equal(
            [
                "Stap 1: over de site", "Stap 2: het adres", "Stap 3: vragen over de status", "Stap 4: het onderzoek",
                "Stap 5: regels die nog niet goed zijn", "Stap 6 tot en met 9",
            ],
            desk.Page.QuerySelectorAll("main h2").Select(Resident.Clean));
        Assert.Equal("1.4.10", Resident.Clean(desk.Page.QuerySelectorAll("main dd")[9]));
        Assert.DoesNotContain("Deze stap slaat u over.", desk.Words, StringComparison.Ordinal);
        Assert.Contains("De volgorde van deze stappen kennen wij niet.", desk.Words, StringComparison.Ordinal);
        Assert.Contains("D. Directeur", desk.Words, StringComparison.Ordinal);
        await desk.OpenAsync("/beheer/toegankelijkheid/verklaring/fout/9");
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
        await using var db = site.The<Database>().NewContext();
        Assert.Equal(
            ["verklaring gewijzigd", "bekende fout bewaard", "verklaring getekend", "verklaring gewijzigd", "verklaring gewijzigd"],
            await db.AuditLog.Where(line => line.Subject == "toegankelijkheid/verklaring").OrderBy(line => line.Number)
                .Select(line => line.Action).ToListAsync(Stop));
    }

    private static void Field(Resident desk, string id, string value) =>
        ((AngleSharp.Html.Dom.IHtmlInputElement)desk.Page.GetElementById(id)!).Value = value;
}
