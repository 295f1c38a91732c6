using System.Net;
using System.Net.Http.Json;
using System.Text;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Review.Checks;
using Participatie.Tests.Access;
using Participatie.Tests.Review;

namespace Participatie.Tests.Pages.Desk;

/// <summary>An author takes in what a program saw, and everybody who works on the questions reads it in plain Dutch.</summary>
public sealed class MachineCheckTests(Site site) : IClassFixture<Site>
{
    private const string Take = "Neem de uitslag over";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_bound_to_its_version_and_read_in_plain_words()
    {
        var definition = GivenCheck.Definition() with { Slug = "gecontroleerd" };
        definition = definition with { Charter = definition.Charter with { ClosesOn = site.Today().AddDays(30) } };
        var preview = await GivenPreview.OfAsync(site, definition);
        var desk = (await GivenStaff.AdministratorAsync(site, "controle@voorbeeld.nl")).Browser;
        await desk.OpenAsync("/beheer/raadpleging/gecontroleerd");
        await desk.FollowAsync("Controle door een computer");
        Assert.Contains("Deze versie is nog niet bekeken door een computer.", desk.Words, StringComparison.Ordinal);
        Assert.Contains("nog niet de helft van alle fouten", desk.Words, StringComparison.Ordinal);
        var address = desk.Address;

        // What the program is told behind the link is what the desk asks for.
        using var client = site.CreateClient();
        var list = await client.GetFromJsonAsync<PageList>(new Uri($"{preview.Address}/paginas.json", UriKind.Relative), Stop);
        Assert.Equal(("gecontroleerd", VersionHash.Of(definition)), (list!.Slug, list.Version));
        Assert.Equal(["eerst", "later"], list.Questions.Select(question => question.Id));
        Assert.Equal(("eerst", "ja"), (list.Questions[1].After, list.Questions[1].Answers.Single()));

        var report = GivenCheck.Of(definition);
        await desk.PressAsync(Take);
        await RefusedAsync("Kies het bestand van de controle.");
        await UploadAsync("geen json"u8.ToArray(), "Dit is geen JSON-bestand, of het is kapot.");
        await UploadAsync("{}"u8.ToArray(), "In dit bestand staat geen controle.");
        await UploadAsync(new byte[CheckReportFile.MostBytes + 1], "Dit bestand is te groot. Het mag hooguit 5 MB zijn.");
        var other = report with { Version = new string('0', 64) };
        await UploadAsync(CheckReportFile.Write(other), "Dit bestand gaat over andere vragen dan versie 1.");
        await UploadAsync(CheckReportFile.Write(report with { Slug = "themas" }), "Dit bestand gaat over een andere raadpleging.");
        await desk.UploadAsync(Take, new byte[50 * 1024 * 1024]);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "Uw bestand is te groot"), (desk.Status, desk.Heading));

        await desk.OpenAsync(address);
        await desk.UploadAsync(Take, CheckReportFile.Write(report));
        Assert.Equal((HttpStatusCode.OK, address), (desk.Status, desk.Address));
        foreach (var told in new[]
        {
            "Op 2 van de 5 pagina's vond de computer iets.", "De kleur van een tekst lijkt te veel op de kleur erachter.",
            "Wie slecht ziet, kan de tekst niet lezen.", "Regel 1.4.3", "Op 3 plekken.", "In: Nederlands; English.", "axe-core 4.14.0",
            "waar wij nog geen uitleg bij hebben: nieuwe-regel", "Alleen als er een fout op de pagina staat.", "Kijk hier zelf",
            "De wet vraagt dit niet.", "Niets is bekeken in: Nederlands, makkelijk lezen.",
            "Deze pagina is niet bekeken in: English.", "Wat een computer niet ziet",
            "Vraag dit aan mensen: Is duidelijk waar het over gaat?", "Snapt u de vraag?",
        })
            Assert.Contains(told, desk.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("100%", desk.Words, StringComparison.Ordinal);
        Assert.Empty(desk.Page.QuerySelectorAll("main script"));
        Assert.Contains("<script>alert(1)</script>", desk.Page.QuerySelectorAll("main code").Select(code => code.TextContent));
        Assert.Equal("Het begin", Resident.Clean(desk.Page.QuerySelectorAll("main h3")[0]));
        await desk.Type("Zoek een pagina", "later").PressGetAsync("Zoek");
        Assert.Single(desk.Page.QuerySelectorAll("main h3"));
        Assert.Contains(await site.AuditAsync(), line => line is
            { Action: "controle overgenomen", Subject: "gecontroleerd", After: "controle 1, 4 pagina's" });

        // Other questions lie there from now on.
        await desk.OpenAsync("/beheer/raadpleging/gecontroleerd/vragen");
        var changed = definition with { Questions = [definition.Questions[0]] };
        await desk.Type("Tekst van de vragen", Encoding.UTF8.GetString(DefinitionWriter.Write(changed))).PressAsync("Bewaar");
        await desk.OpenAsync(address);
        Assert.Contains("Een eerdere versie wel. Die uitslag telt niet meer.", desk.Words, StringComparison.Ordinal);
        await UploadAsync(CheckReportFile.Write(report), "Dit bestand gaat over andere vragen dan versie 2.");

        async Task UploadAsync(byte[] file, string why)
        {
            await desk.OpenAsync(address);
            await desk.UploadAsync(Take, file);
            await RefusedAsync(why);
        }

        Task RefusedAsync(string why)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
            Assert.StartsWith("Fout: ", desk.Title, StringComparison.Ordinal);
            Assert.Contains(why, desk.Words, StringComparison.Ordinal);
            return Task.CompletedTask;
        }
    }
}
