using System.Net;
using AngleSharp.Html.Dom;
using Participatie.Surveys.Reporting.Export.Formats;
using Participatie.Surveys.Storage;
using Participatie.Tests.Access;
using Participatie.Tests.Reporting;
using Participatie.Web.Access;

namespace Participatie.Tests.Pages;

/// <summary>An analyst takes the answers as a file: with a purpose, and with two lines in the audit log.</summary>
public sealed class FilesDeskTests(Site site) : IClassFixture<Site>
{
    private const string Make = "Maak het bestand";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_gets_a_file_without_a_purpose_and_nothing_typed_is_lost()
    {
        var analyst = await AnalystAsync("doelloos");
        await analyst.OpenAsync("/beheer/raadpleging/doelloos/bestanden");
        Assert.Equal(HttpStatusCode.OK, analyst.Status);
        // The two days need not be filled in, and say so.
        Assert.Equal(2, analyst.Page.QuerySelectorAll("fieldset legend .optional").Length);

        ((IHtmlInputElement)analyst.Page.GetElementById("vanaf")!).Value = "31";
        ((IHtmlInputElement)analyst.Page.GetElementById("vanaf-maand")!).Value = "2";
        await analyst.Choose("Alleen de antwoorden (CSV)").Choose("Op papier").PressAsync(Make);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, analyst.Status);
        Assert.StartsWith("Fout:", analyst.Page.Title, StringComparison.Ordinal);
        Assert.Equal(["#doel", "#vanaf"], analyst.Page.QuerySelectorAll(".utrecht-alert--error li a").Select(link => link.GetAttribute("href")));
        Assert.Equal(
            ["csv", "komma", "papier", "alle"],
            analyst.Page.QuerySelectorAll("input[type=radio][checked]").Select(input => input.GetAttribute("value")));
        Assert.Equal("31", analyst.Page.QuerySelector("#vanaf")!.GetAttribute("value"));
        Assert.DoesNotContain(await AuditAsync(), line => line.Action.StartsWith("bestand", StringComparison.Ordinal) && line.Subject == "doelloos");
    }

    [Fact]
    public async Task A_file_is_sent_as_a_download_and_written_down_twice()
    {
        var analyst = await AnalystAsync("gehaald");
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/gehaald/vraag/mee");
        await resident.Choose("Nee").PressAsync("Verder");
        await resident.SendAsync();
        await analyst.OpenAsync("/beheer/raadpleging/gehaald/bestanden");

        using var file = await analyst.Choose("Alleen de antwoorden (CSV)").Choose("Een puntkomma")
            .Type("Waarvoor gebruikt u het bestand?", "Een verslag").PressForFileAsync(Make);

        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Matches("^gehaald-[0-9]{4}-[0-9]{2}-[0-9]{2}\\.csv$", file.Content.Headers.ContentDisposition.FileNameStar!);
        var lines = (await file.Content.ReadAsStringAsync(Stop)).Split("\r\n");
        Assert.EndsWith(";mee", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(";2", lines[1], StringComparison.Ordinal);
        Assert.Equal(
            ["bestand begonnen: csv; alles; doel: Een verslag", "bestand klaar: csv; 1 antwoorden"],
            (await AuditAsync()).Where(line => line.Subject == "gehaald" && line.Action.StartsWith("bestand", StringComparison.Ordinal))
                .Select(line => $"{line.Action}: {line.After}"));
    }

    [Fact]
    public async Task An_author_gets_tables_that_are_public_and_no_wish_gets_rows()
    {
        await site.PublishAsync(GivenConsultation.WithEveryKind().WithSlug("auteur").Build());
        var author = (await GivenStaff.ColleagueAsync(site, "auteur@voorbeeld.nl", (StaffRole.Author, "auteur"))).Browser;
        await author.OpenAsync("/beheer/raadpleging/auteur/bestanden");
        Assert.Equal(["Voor anderen: alleen de aantallen van de uitslag (ZIP)"], author.Labels());
        author.Choose("Voor anderen: alleen de aantallen van de uitslag (ZIP)").Type("Waarvoor gebruikt u het bestand?", "De krant");

        await author.PressAsync(Make);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, author.Status);
        Assert.Contains("Er is nog geen uitslag.", author.Words, StringComparison.Ordinal);

        await site.PublishResultsAsync("auteur", 300, closed: true);
        using var file = await author.PressForFileAsync(Make);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        using var bytes = new MemoryStream(await file.Content.ReadAsByteArrayAsync(Stop));
        var files = ExportRun.Unpack(bytes);
        foreach (var name in new[] { "uitslag.csv", "uitslag.json", "codeboek.csv", "wijzigingen.csv" })
        {
            Assert.Equal(
                await author.DownloadAsync($"/raadpleging/auteur/gegevens/{name}"), System.Text.Encoding.UTF8.GetString(files[name]).TrimStart('\uFEFF'));
        }

        foreach (var format in ExportFormats.All.Where(format => format.HasRows))
        {
            var (address, fields) = author.Form(Make);
            await author.PostAsync(address, fields.Where(field => field.Key != "bestand").Append(new("bestand", format.Key)));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, author.Status);
            Assert.Contains("Kies welk bestand u wilt.", author.Words, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(await AuditAsync(), line => line.Subject == "auteur" && line.After.Contains("pakket", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_of_a_part_says_so_in_its_name()
    {
        var analyst = await AnalystAsync("deel");
        await analyst.OpenAsync("/beheer/raadpleging/deel/bestanden");

        using var file = await analyst.Choose("Alleen de antwoorden (CSV)").Choose("Op papier").Choose("Inwoners")
            .Type("Waarvoor gebruikt u het bestand?", "Een verslag").PressForFileAsync(Make);

        Assert.EndsWith("-kanaal-papier-alleen-inwoners.csv", file.Content.Headers.ContentDisposition!.FileNameStar!, StringComparison.Ordinal);

        using var lines = await analyst.Choose("Antwoorden voor een computerprogramma (JSON)").PressForFileAsync(Make);
        var schema = Assert.Single(lines.Headers.GetValues("Link"));
        Assert.Equal(
            "</raadpleging/deel/gegevens/antwoorden.schema.json>; rel=\"describedby\"; type=\"application/schema+json\"", schema);
        Assert.Contains(
            "\"properties\"", await analyst.DownloadAsync("/raadpleging/deel/gegevens/antwoorden.schema.json"), StringComparison.Ordinal);
    }

    private async Task<Resident> AnalystAsync(string slug)
    {
        await site.PublishAsync(new GivenConsultation().WithSlug(slug).WithYesNo("mee").Build());
        return (await GivenStaff.ColleagueAsync(site, $"{slug}@voorbeeld.nl", (StaffRole.Analyst, slug))).Browser;
    }

    private async Task<IReadOnlyList<AuditEntry>> AuditAsync()
    {
        await using var context = site.The<Database>().NewContext();
        return [.. context.AuditLog.OrderBy(line => line.Number)];
    }
}
