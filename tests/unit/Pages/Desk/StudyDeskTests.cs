using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Review.Checks;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Review.Studies;
using Participatie.Surveys.Review.Studies.Report;
using Participatie.Surveys.Storage;
using Participatie.Tests.Access;
using Participatie.Tests.Review;

namespace Participatie.Tests.Pages.Desk;

/// <summary>An administrator makes a study, everybody reads its report, and W3C's tool gets its file.</summary>
public sealed class StudyDeskTests(Site site) : IClassFixture<Site>
{
    private const string New = "/beheer/toegankelijkheid/onderzoek/nieuw";
    private const string Publish = "Maak het verslag openbaar";

    private const string Elsewhere =
        """
        { "defineScope": { "scope": { "title": "<script>alert(1)</script>" } }, "auditSample": [
          { "subject": { "type": "Website" }, "test": "WCAG22:contrast-enhanced<script>", "result": { "outcome": "earl:failed" } },
          { "subject": { "type": "Website" }, "test": "WCAG22:reflow",
            "result": { "outcome": "earl:failed", "description": "<script>alert(2)</script>" } } ] }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_study_goes_from_a_name_to_a_report_that_everybody_reads()
    {
        var desk = (await GivenStaff.AdministratorAsync(site, "begin@voorbeeld.nl")).Browser;
        await desk.OpenAsync("/beheer/toegankelijkheid");
        await desk.FollowAsync("Nieuw onderzoek");
        await desk.PressAsync("Begin het onderzoek");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        await desk.Type("Naam van het onderzoek", "Najaar <i>2026</i>").PressAsync("Begin het onderzoek");
        var address = desk.Address;
        Assert.Equal("Najaar <i>2026</i>", desk.Heading);
        var report = address["/beheer".Length..];
        await site.NewResident().OpenAsync(report);

        await desk.PressAsync(Publish);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.Contains("Het verslag kan nog niet openbaar.", desk.Words, StringComparison.Ordinal);
        Assert.Contains("Vul in wie het onderzoek deed.", desk.Words, StringComparison.Ordinal);

        await desk.FollowAsync("Over het onderzoek");
        desk.Type("Onderzoeker", "Stichting Kijk").Type("Browsers en hun versies", "Firefox 140")
            .Type("Browsers en hulpmiddelen die moeten werken", "NVDA").Type("Dag", "31").Type("Maand", "2").Type("Jaar", "2026");
        await desk.PressAsync("Bewaar");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        await desk.Type("Dag", "20").Type("Maand", "11").PressAsync("Bewaar");
        Assert.Equal(address, desk.Address);

        await desk.OpenAsync(address + "/steekproef");
        await desk.PressAsync("Zet erbij");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        await desk.PressAsync("Vul aan met een voorstel");
        Assert.Contains("door het lot gekozen", desk.Words, StringComparison.Ordinal);
        Assert.Contains("achter het inloggen", desk.Words, StringComparison.Ordinal);
        Assert.Contains("Samenvatting als Word-bestand (document)", desk.Words, StringComparison.Ordinal);
        Assert.Contains("Antwoorden als Excel-bestand (document)", desk.Words, StringComparison.Ordinal);
        var before = Sample(desk);
        await desk.PressAsync("Vul aan met een voorstel");
        Assert.Equal(before, Sample(desk));
        await desk.PressAsync("Haal weg: Privacy");
        Assert.Equal(before - 1, Sample(desk));

        await desk.OpenAsync(address + "/criterium/1.4.10");
        await desk.Choose("voldoet niet").PressAsync("Bewaar en ga naar de volgende regel");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        await desk.Type("Uitleg bij het oordeel", "De tabel is te breed.<script>").PressAsync("Bewaar en ga naar de volgende regel");
        Assert.Equal(address + "/criterium/1.4.11", desk.Address);
        await desk.OpenAsync(address + "/criterium/1.4.10?deel=1");
        await desk.Choose("voldoet").PressAsync("Bewaar");
        Assert.Contains("1. Begin van de site: voldoet", desk.Words, StringComparison.Ordinal);

        await desk.OpenAsync(address);
        await desk.PressAsync(Publish);
        Assert.Equal((HttpStatusCode.OK, address), (desk.Status, desk.Address));
        var visitor = site.NewResident();
        await visitor.OpenAsync(report);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        foreach (var told in new[] { "0 van de 50 regels zijn goed", "Stichting Kijk", "20 november 2026", "De tabel is te breed.<script>", "WCAG-EM 1.0", "Firefox 140" })
            Assert.Contains(told, visitor.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("begin@voorbeeld.nl", visitor.Words, StringComparison.Ordinal);
        using var client = site.CreateClient();
        var file = await client.GetByteArrayAsync(new Uri(report + "/wcag-em.json", UriKind.Relative), Stop);
        Assert.Equal(2, WcagEmReader.Read(file, DateTimeOffset.UnixEpoch).Study!.Judgements.Count);

        // What is changed after that is a draft until it is published too.
        await desk.OpenAsync(address + "/criterium/1.1.1");
        await desk.Choose("voldoet").PressAsync("Bewaar en ga naar de volgende regel");
        await visitor.OpenAsync(report);
        Assert.Contains("0 van de 50", visitor.Words, StringComparison.Ordinal);
        var subject = $"toegankelijkheid/{address[(address.LastIndexOf('/') + 1)..]}";
        await using var db = site.The<Database>().NewContext();
        Assert.Equal(
            ["onderzoek begonnen", "onderzoek gewijzigd", "steekproef gewijzigd", "steekproef gewijzigd", "steekproef gewijzigd",
                "oordeel over 1.4.10", "oordeel over 1.4.10", "onderzoek openbaar gemaakt", "oordeel over 1.1.1"],
            await db.AuditLog.Where(line => line.Subject == subject)
                .OrderBy(line => line.Number).Select(line => line.Action).ToListAsync(Stop));
    }

    [Fact]
    public async Task What_a_colleague_changed_meanwhile_is_not_written_over_and_nothing_typed_is_lost()
    {
        var desk = (await GivenStaff.AdministratorAsync(site, "samen@voorbeeld.nl")).Browser;
        await desk.OpenAsync(New);
        await desk.Type("Naam van het onderzoek", "Samen").PressAsync("Begin het onderzoek");
        var address = desk.Address;
        await desk.OpenAsync(address + "/criterium/2.1.1");
        var number = int.Parse(address[(address.LastIndexOf('/') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
        var seen = (await site.The<ReadStudies>().OneAsync(number, Stop))!;
        await site.The<GroupedWriter>().WriteAsync(
            scope => site.The<SaveStudy>().SaveAsync(scope, seen, seen.Study with { Summary = "Van Bas" }, StudyState.Draft, "Bas"), Stop);
        await desk.Choose("voldoet").Type("Uitleg bij het oordeel", "Alles werkt.").PressAsync("Bewaar en ga naar de volgende regel");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.Contains("Iemand anders wijzigde dit onderzoek net.", desk.Words, StringComparison.Ordinal);
        await desk.PressAsync("Bewaar en ga naar de volgende regel");
        var now = (await site.The<ReadStudies>().OneAsync(number, Stop))!.Study;
        Assert.Equal(("Van Bas", "Alles werkt."), (now.Summary, now.Of("keyboard", null)!.Explanation));
    }

    [Fact]
    public async Task A_file_made_elsewhere_is_taken_over_and_what_is_none_is_refused_in_plain_words()
    {
        var desk = (await GivenStaff.AdministratorAsync(site, "bestand@voorbeeld.nl")).Browser;
        await desk.OpenAsync(New);
        await desk.UploadAsync("Begin het onderzoek", WcagEmWriter.Write(GivenStudy.WithEveryVerdict()), "onderzoek.json");
        Assert.Equal((HttpStatusCode.OK, "Onderzoek najaar"), (desk.Status, desk.Heading));
        Assert.DoesNotContain("Wij namen ze niet over", desk.Words, StringComparison.Ordinal);
        // What nobody here asks is named, and script in its texts is text.
        await desk.OpenAsync(New);
        await desk.UploadAsync("Begin het onderzoek", Encoding.UTF8.GetBytes(Elsewhere), "elders.json");
        Assert.Equal("<script>alert(1)</script>", desk.Heading);
        Assert.Contains("Wij namen ze niet over:", desk.Words, StringComparison.Ordinal);
        Assert.Contains("contrast-enhanced<script>", desk.Words, StringComparison.Ordinal);
        await desk.OpenAsync(desk.Address + "/verslag");
        Assert.Contains("<script>alert(2)</script>", desk.Words, StringComparison.Ordinal);
        Assert.Empty(desk.Page.QuerySelectorAll("main script"));
        await desk.OpenAsync(New);
        await desk.UploadAsync("Begin het onderzoek", new byte[50 * 1024 * 1024], "groot.json");
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "Uw bestand is te groot"), (desk.Status, desk.Heading));
        await RefusedAsync("geen json"u8.ToArray(), "Dit is geen JSON-bestand, of het is kapot.");
        await RefusedAsync("{}"u8.ToArray(), "In dit bestand staat geen onderzoek.");
        await RefusedAsync(new byte[WcagEmReader.MostBytes + 1], "Dit bestand is te groot.");
        await RefusedAsync(
            Encoding.UTF8.GetBytes($$"""{"defineScope":{"scope":{"title":"{{new string('x', 400)}}"} },"auditSample":[]}"""),
            "Deze tekst is te lang.");

        async Task RefusedAsync(byte[] file, string why)
        {
            await desk.OpenAsync(New);
            desk.Type("Naam van het onderzoek", "Zo noem ik het");
            await desk.UploadAsync("Begin het onderzoek", file, "onderzoek.json");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
            Assert.Contains(why, desk.Words, StringComparison.Ordinal);
            Assert.Equal("Zo noem ik het", desk.Page.QuerySelector("#naam")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task What_people_and_a_program_found_is_a_proposal_that_a_person_decides()
    {
        var stop = Stop;
        var asked = GivenCheck.Definition() with { Slug = "voorgesteld" };
        asked = asked with { Charter = asked.Charter with { ClosesOn = site.Today().AddDays(30) } };
        var id = (await GivenPreview.OfAsync(site, asked)).ConsultationId;
        var finding = await site.The<GroupedWriter>().WriteAsync(
            async scope =>
            {
                var who = GivenPreview.Author;
                await site.The<AskForReview>().AskAsync(scope, new StepRequest { ConsultationId = id, Who = who });
                await site.The<AskRound>().AskAsync(
                    scope, new RoundRequest { ConsultationId = id, Who = who, Revision = 1, LookAt = "Alles.", Days = ReviewRound.UsualDays });
                return await site.The<ReportFinding>().ForMemberAsync(
                    scope, id, 1, null, new NewFinding("/vraag/eerst", "Ik zie niets.", Severity.MuchEffort, FindingSubject.Questions), who);
            },
            stop);
        var desk = (await GivenStaff.AdministratorAsync(site, "voorstel@voorbeeld.nl")).Browser;
        var place = $"/beheer/raadpleging/voorgesteld/adviesraad/punt/{finding}";
        await desk.OpenAsync(place);
        await desk.Type("Nummer van de regel, zoals 1.4.10", "1.4.99").PressAsync("Bewaar de regel");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        await desk.Type("Nummer van de regel, zoals 1.4.10", "1.4.3").PressAsync("Bewaar de regel");
        Assert.Equal((HttpStatusCode.OK, place), (desk.Status, desk.Address));
        Assert.Contains("Regel 1.4.3 Contrast", desk.Words, StringComparison.Ordinal);
        await site.The<GroupedWriter>().WriteAsync(
            scope => site.The<ImportCheck>().ImportAsync(
                scope,
                id,
                GivenCheck.Of(asked),
                "Bas"),
            stop);

        await desk.OpenAsync(New);
        await desk.Type("Naam van het onderzoek", "Voorstel").PressAsync("Begin het onderzoek");
        var address = desk.Address;
        Assert.Contains("Over 1 regel is er een voorstel.", desk.Words, StringComparison.Ordinal);
        Assert.Contains("niet onderzocht (voorstel: voldoet niet)", desk.Words, StringComparison.Ordinal);
        Assert.Contains("0 van de 50 regels zijn goed", desk.Words, StringComparison.Ordinal);
        await desk.OpenAsync(address + "/criterium/1.4.3");
        Assert.Contains("ervaring van een gebruiker", desk.Words, StringComparison.Ordinal);
        Assert.Contains("Ik zie niets.", desk.Words, StringComparison.Ordinal);
        Assert.Contains("Dit is een voorstel.", desk.Words, StringComparison.Ordinal);
        Assert.Equal(["voldoet niet"], desk.Chosen());
        var explained = desk.Page.QuerySelector("textarea")!.TextContent;
        Assert.Contains("Een gebruiker loopt hier vast: voorgesteld/vraag/eerst.", explained, StringComparison.Ordinal);
        Assert.Contains(
            "Dit staat op: voorgesteld/. De computer keek naar werkversie 1. Dat was op 22 november 2026.",
            explained,
            StringComparison.Ordinal);
        Assert.Contains("De computer keek naar werkversie 1.", desk.Words, StringComparison.Ordinal);
        // What a member wrote is for the desk: the report is for everybody.
        Assert.DoesNotContain("Ik zie niets.", explained, StringComparison.Ordinal);
        await desk.PressAsync("Bewaar en ga naar de volgende regel");
        await desk.OpenAsync(address);
        Assert.DoesNotContain("er een voorstel", desk.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("voorstel: voldoet niet", desk.Words, StringComparison.Ordinal);
        // Decided the other way, it stays decided; the sources stay beside it.
        await desk.OpenAsync(address + "/criterium/1.4.3");
        Assert.DoesNotContain("Dit is een voorstel.", desk.Words, StringComparison.Ordinal);
        Assert.Contains("Ik zie niets.", desk.Words, StringComparison.Ordinal);
        await desk.OpenAsync(place);
        await desk.PressAsync("Haal de regel weg");
        Assert.Contains("De regel is weggehaald", desk.Words, StringComparison.Ordinal);
        Assert.Single((await site.The<ReadProposals>().OfAsync(null, stop))["contrast-minimum"].Checks);
        Assert.Empty((await site.The<ReadProposals>().OfAsync(null, stop))["contrast-minimum"].Findings);
    }

    [Fact]
    public async Task All_criteria_are_explained()
    {
        var desk = (await GivenStaff.AdministratorAsync(site, "regels@voorbeeld.nl")).Browser;
        await desk.OpenAsync("/beheer/toegankelijkheid/criteria");
        Assert.Equal(56, desk.Page.QuerySelectorAll("main h3").Length);
        Assert.Contains("De 50 regels van de wet", desk.Words, StringComparison.Ordinal);
    }

    private static int Sample(Resident desk) => desk.Page.QuerySelectorAll("button[value^='weg-']").Length;
}
