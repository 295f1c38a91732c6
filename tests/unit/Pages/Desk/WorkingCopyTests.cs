using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Tests.Access;
using Participatie.Tests.Definition;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Web.Access;

namespace Participatie.Tests.Pages.Desk;

/// <summary>Authors bring questions in as a file or a text, and lose nothing whatever is wrong with it.</summary>
public sealed class WorkingCopyTests : IDisposable
{
    private const string Text = "Tekst van de vragen";
    private readonly Site _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_text_begins_a_concept_that_residents_do_not_see()
    {
        var document = _site.Document();
        var browser = (await GivenDesk.WithConceptAsync(_site, document)).Browser;
        Assert.Contains("Wij vonden geen fouten", browser.Words, StringComparison.Ordinal);
        Assert.Equal(document, browser.Page.GetElementById("tekst")!.TextContent);
        Assert.Equal(LifeState.Concept, (await _site.LifeAsync()).State);
        var line = (await _site.AuditAsync())[^1];
        Assert.Equal(("raadpleging begonnen", "proef", "gelukt"), (line.Action, line.Subject, line.Result));
        Assert.StartsWith("Anna Velthuis", line.Who, StringComparison.Ordinal);
        await browser.OpenAsync("/raadpleging/proef");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    public async Task A_file_begins_one_too(string encoding, bool isMarked)
    {
        var browser = (await GivenStaff.AdministratorAsync(_site)).Browser;
        await browser.OpenAsync("/beheer/raadpleging/nieuw");
        var letters = Encoding.GetEncoding(encoding);
        await browser.UploadAsync("Begin", [.. isMarked ? letters.GetPreamble() : [], .. letters.GetBytes(_site.Document())]);
        Assert.Equal(GivenDesk.Questions, browser.Address);
        Assert.Equal(_site.Document(), browser.Page.GetElementById("tekst")!.TextContent);
    }

    [Theory]
    [InlineData("Beste collega, hier is de vragenlijst.", "Kijk op regel 1")]
    [InlineData("{ \"slug\": \"proef\",\n \"title\": }", "Kijk op regel 2")]
    [InlineData("{ \"title\": {} }", "Het veld 'slug' ontbreekt")]
    [InlineData("{ \"slug\": \"nieuw\" }", "Kies een andere slug")]
    [InlineData("{ \"slug\": \"themas\" }", "Kies een andere slug")]
    public async Task A_text_that_can_begin_nothing_comes_back_with_all_that_is_wrong(string text, string wrong)
    {
        var browser = (await GivenStaff.AdministratorAsync(_site)).Browser;
        foreach (var isFile in new[] { false, true })
        {
            await browser.OpenAsync("/beheer/raadpleging/nieuw");
            await (isFile ? browser.UploadAsync("Begin", Encoding.UTF8.GetBytes(text)) : browser.Type(Text, text).PressAsync("Begin"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
            Assert.StartsWith("Fout: ", browser.Title, StringComparison.Ordinal);
            Assert.Equal("true", browser.Page.GetElementById("tekst")!.GetAttribute("aria-invalid"));
            Assert.Contains(wrong, browser.Words, StringComparison.Ordinal);
            Assert.Equal(text, browser.Page.GetElementById("tekst")!.TextContent);
        }
    }

    [Fact]
    public async Task Nothing_at_all_and_both_at_once_begin_nothing()
    {
        var browser = (await GivenStaff.AdministratorAsync(_site)).Browser;
        await browser.OpenAsync("/beheer/raadpleging/nieuw");
        await browser.PressAsync("Begin");
        Assert.Contains("Kies een bestand of vul de tekst in.", browser.Words, StringComparison.Ordinal);
        browser.Type(Text, "wat ik typte");
        await browser.UploadAsync("Begin", Encoding.UTF8.GetBytes(_site.Document()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Gebruik er één", browser.Words, StringComparison.Ordinal);
        Assert.Equal("wat ik typte", browser.Page.GetElementById("tekst")!.TextContent);
    }

    [Fact]
    public async Task A_right_file_goes_in_the_place_of_a_wrong_one()
    {
        var browser = (await GivenStaff.AdministratorAsync(_site)).Browser;
        await browser.OpenAsync("/beheer/raadpleging/nieuw");
        await browser.UploadAsync("Begin", Encoding.UTF8.GetBytes("Beste collega,\nhier is de vragenlijst."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.UploadAsync("Begin", Encoding.UTF8.GetBytes(_site.Document()));
        Assert.Equal((HttpStatusCode.OK, GivenDesk.Questions), (browser.Status, browser.Address));
    }

    [Fact]
    public async Task A_file_that_is_no_text_is_refused_and_what_was_typed_stays()
    {
        var browser = (await GivenDesk.WithConceptAsync(_site)).Browser;
        browser.Type(Text, "{ \"slug\": \"proef\" }");
        await browser.UploadAsync("Bewaar", [0x50, 0x4B, 3, 4, 0xFF, 0xFE, 0], "vragen.docx");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Dit bestand is geen gewone tekst", browser.Words, StringComparison.Ordinal);
        Assert.Equal("{ \"slug\": \"proef\" }", browser.Page.GetElementById("tekst")!.TextContent);
    }

    [Fact]
    public async Task Problems_are_saved_and_each_says_where_it_is_in_plain_words()
    {
        var browser = (await GivenDesk.WithConceptAsync(_site)).Browser;
        var document = JsonNode.Parse(_site.Document())!;
        document["questions"]![2]!["text"]!["nl-simple"] = "";
        document["questions"]![1]!["choices"]![1]!["text"]!["en"] = " ";
        // The last but one is information: what stands behind it has a lower number than its place.
        document["questions"]![13]!["id"] = "Fout!";
        document["charter"]!["closesOn"] = "morgen";
        await browser.Type(Text, document.ToString()).PressAsync("Bewaar");
        Assert.Equal((HttpStatusCode.OK, GivenDesk.Questions), (browser.Status, browser.Address));
        Assert.Equal(
            [
                "Afspraken, laatste dag", "Vraag 2, antwoord 2, tekst in het Engels", "Vraag 3, tekst in makkelijk Nederlands",
                "Vraag 13, id",
            ],
            browser.Page.QuerySelectorAll("#problemen ~ ol.findings")[0].QuerySelectorAll("strong").Select(Resident.Clean));
        Assert.Contains("Deze 4 dingen moeten beter", browser.Words, StringComparison.Ordinal);
        var line = document.ToString().Split('\n').ToList().FindIndex(one => one.Contains("morgen", StringComparison.Ordinal)) + 1;
        Assert.Contains($"Afspraken, laatste dag (regel {line})", browser.Words, StringComparison.Ordinal);
        Assert.Contains("\"closesOn\": \"morgen\"", browser.Page.QuerySelector("ol.findings code")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hard_sentences_are_named_beside_the_problems()
    {
        var browser = (await GivenDesk.WithConceptAsync(
            _site,
            _site.Document(definition => definition with
            {
                About = GivenConsultation.Words("Wij implementeren dit teneinde u te faciliteren."),
            }))).Browser;
        Assert.Contains("tips voor makkelijke taal", browser.Words, StringComparison.Ordinal);
        Assert.Contains("Waar het over gaat in het Nederlands", browser.Words, StringComparison.Ordinal);
        Assert.Contains("teneinde", browser.Page.QuerySelector("#tips ~ ol q")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_save_over_each_other_keep_both_texts()
    {
        var anna = (await GivenDesk.WithConceptAsync(_site)).Browser;
        var bas = (await GivenStaff.ColleagueAsync(_site, "bas@voorbeeld.nl", (StaffRole.Author, null))).Browser;
        await GrantAsync("bas@voorbeeld.nl");
        await bas.OpenAsync(GivenDesk.Questions);
        await anna.Type(Text, _site.Document(definition => definition with { Title = GivenConsultation.Words("Van Anna") })).PressAsync("Bewaar");
        var his = _site.Document(definition => definition with { Title = GivenConsultation.Words("Van Bas") });
        await bas.Type(Text, his).PressAsync("Bewaar");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bas.Status);
        Assert.Contains("Anna Velthuis", bas.Words, StringComparison.Ordinal);
        Assert.Contains("Andere tekst: Titel in het Nederlands", bas.Words, StringComparison.Ordinal);
        Assert.Equal(his, bas.Page.GetElementById("tekst")!.TextContent);
        Assert.Equal(2, (await CopiesAsync()).Count);

        await bas.PressAsync("Bewaar toch mijn tekst");
        Assert.Equal(HttpStatusCode.OK, bas.Status);
        Assert.Equal(3, (await CopiesAsync()).Count);
        Assert.Contains("Van Anna", (await CopyAsync(2)).Document, StringComparison.Ordinal);
        Assert.Equal(his, (await CopyAsync(3)).Document);
    }

    [Fact]
    public async Task What_was_typed_beside_a_file_is_a_revision_too()
    {
        var browser = (await GivenDesk.WithConceptAsync(_site)).Browser;
        browser.Type(Text, "{\n \"slug\": \"proef\" }");
        await browser.UploadAsync("Bewaar", Encoding.UTF8.GetBytes(_site.Document()));
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Equal("{\n \"slug\": \"proef\" }", (await CopyAsync(2)).Document);
        Assert.Equal(_site.Document(), (await CopyAsync(3)).Document);
    }

    [Fact]
    public async Task Saving_what_stands_there_makes_no_revision()
    {
        var browser = (await GivenDesk.WithConceptAsync(_site)).Browser;
        await browser.PressAsync("Bewaar");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Single(await CopiesAsync());
    }

    [Fact]
    public async Task What_is_reviewed_cannot_be_changed_and_what_was_typed_comes_back()
    {
        var browser = (await GivenDesk.WithConceptAsync(_site)).Browser;
        var (address, fields) = browser.Form("Bewaar");
        await browser.StepAsync("nakijken", "Vraag om beoordeling");
        await browser.OpenAsync(GivenDesk.Questions);
        Assert.False(browser.Offers("Bewaar"));
        await browser.PostAsync(address, fields.Select(field => field.Key == "tekst" ? new(field.Key, "mijn werk") : field));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Equal("mijn werk", browser.Page.GetElementById("tekst")!.TextContent);
        Assert.Contains("Intussen kan niemand de vragen meer veranderen", browser.Words, StringComparison.Ordinal);
        Assert.Single(await CopiesAsync());
    }

    [Fact]
    public async Task Ten_thousand_problems_in_a_megabyte_are_paged_within_a_second()
    {
        var browser = (await GivenDesk.WithConceptAsync(_site, ManyProblems())).Browser;
        Assert.Contains("Deze 10.", browser.Words, StringComparison.Ordinal);
        var started = Stopwatch.GetTimestamp();
        await browser.OpenAsync(GivenDesk.Questions);
        var took = Stopwatch.GetElapsedTime(started);
        Assert.Equal(25, browser.Page.QuerySelectorAll("#problemen ~ ol.findings")[0].Children.Length);
        await browser.FollowAsync("Volgende pagina: Fouten");
        Assert.Equal("26", browser.Page.QuerySelectorAll("#problemen ~ ol.findings")[0].GetAttribute("start"));
        // A generous bound: other tests run beside this one.
        Assert.True(took < TimeSpan.FromSeconds(10), $"{took}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{took}");
    }

    [Fact]
    public async Task A_text_over_the_limit_comes_back_and_is_not_stored()
    {
        var browser = (await GivenDesk.WithConceptAsync(_site)).Browser;
        await browser.UploadAsync("Bewaar", Encoding.UTF8.GetBytes(new string('a', DefinitionReader.LargestDocument + 1)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Deze tekst is te groot", browser.Words, StringComparison.Ordinal);
        Assert.Equal(DefinitionReader.LargestDocument + 1, browser.Page.GetElementById("tekst")!.TextContent.Length);
    }

    [Fact]
    public async Task Script_in_a_document_is_text_on_every_page()
    {
        const string Evil = "</textarea><script>alert(1)</script><img src=x onerror=alert(1)>";
        var browser = (await GivenDesk.WithConceptAsync(
            _site, _site.Document(definition => definition with { Title = GivenConsultation.Words(Evil) }))).Browser;
        await browser.Type(Text, "{ \"slug\": \"proef\", \"" + Evil.Replace("/", "\\/", StringComparison.Ordinal) + "\": 1 }").PressAsync("Bewaar");
        foreach (var address in new[]
            {
                GivenDesk.Questions, GivenDesk.Page, "/beheer", GivenDesk.Questions + "/versies",
                GivenDesk.Questions + "/vergelijken?van=1&naar=2", GivenDesk.Questions + "/vergelijken?van=" + Uri.EscapeDataString(Evil) + "&naar=2",
            })
        {
            await browser.OpenAsync(address);
            Assert.Empty(browser.Page.QuerySelectorAll("main script, main img, [onerror]"));
        }
    }

    [Fact]
    public async Task Revisions_are_listed_compared_and_downloaded()
    {
        var browser = (await GivenDesk.WithConceptAsync(_site)).Browser;
        var next = _site.Document(definition => definition with { About = GivenConsultation.Words("Waar het echt over gaat") });
        await browser.Type(Text, next).PressAsync("Bewaar");
        await browser.FollowAsync("Alle werkversies");
        Assert.Contains("2 werkversies.", browser.Words, StringComparison.Ordinal);
        await browser.FollowAsync("Vergelijk werkversie 2 met werkversie 1");
        Assert.Contains("3 dingen zijn anders.", browser.Words, StringComparison.Ordinal);
        Assert.Contains("Andere tekst: Waar het over gaat in makkelijk Nederlands", browser.Words, StringComparison.Ordinal);
        Assert.Equal("nieuw: echt", Resident.Clean(browser.Page.QuerySelector("ins")!));
        Assert.Equal("en", browser.Page.QuerySelector(".difference [lang=en]")!.GetAttribute("lang"));
        await browser.Type("Van", "2").Type("Naar", "9").PressGetAsync("Vergelijk");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Deze werkversie is er niet", browser.Words, StringComparison.Ordinal);
        await browser.Type("Van", "2").Type("Naar", "2").PressGetAsync("Vergelijk");
        Assert.Contains("Er is niets anders.", browser.Words, StringComparison.Ordinal);
        Assert.Equal(next, await browser.DownloadAsync(GivenDesk.Questions + "/versies/2.json"));
    }

    [Fact]
    public async Task What_is_no_JSON_is_compared_line_for_line()
    {
        var browser = (await GivenDesk.WithConceptAsync(_site)).Browser;
        await browser.Type(Text, "een\ntwee\ndrie").PressAsync("Bewaar");
        await browser.Type(Text, "een\n2\ndrie").PressAsync("Bewaar");
        await browser.OpenAsync(GivenDesk.Questions + "/vergelijken?van=2&naar=3");
        Assert.Equal("weg: twee", Resident.Clean(browser.Page.QuerySelector("del")!));
        Assert.Equal("nieuw: 2", Resident.Clean(browser.Page.QuerySelector("ins")!));
    }

    [Fact]
    public async Task Who_begins_one_is_its_author_and_others_see_nothing_of_it()
    {
        var anna = (await GivenStaff.ColleagueAsync(_site, "anna@voorbeeld.nl", (StaffRole.Author, null))).Browser;
        await anna.OpenAsync("/beheer/raadpleging/nieuw");
        await anna.Type(Text, _site.Document()).PressAsync("Begin");
        Assert.Equal((HttpStatusCode.OK, GivenDesk.Questions), (anna.Status, anna.Address));
        Assert.Equal(["rol gegeven", "raadpleging begonnen"], (await _site.AuditAsync()).TakeLast(2).Select(line => line.Action));
        await anna.OpenAsync("/beheer");
        Assert.Contains("Een proef", anna.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Wonen in Drenthe", anna.Words, StringComparison.Ordinal);

        var bas = (await GivenStaff.ColleagueAsync(_site, "bas@voorbeeld.nl", (StaffRole.Author, null))).Browser;
        foreach (var address in new[] { GivenDesk.Page, GivenDesk.Questions, GivenDesk.Questions + "/versies/1.json", GivenDesk.Page + "/nakijken" })
        {
            await bas.OpenAsync(address);
            Assert.Equal(HttpStatusCode.Forbidden, bas.Status);
        }
    }

    private static string ManyProblems()
    {
        var document = GivenDocument.WithEveryKind();
        document.Put("/slug", "\"proef\"");
        var choices = new JsonArray();
        for (var at = 0; at < 3400; at++)
        {
            // Of each three things are wrong: its id, its Dutch words and a language that nobody knows.
            choices.Add(new JsonObject
            {
                ["id"] = "Fout " + at,
                ["text"] = new JsonObject { ["nl"] = "", ["nl-simple"] = "Dit is een woord " + at, ["en"] = "a word " + at, ["xx"] = new string('x', 120) },
            });
        }

        document.Root["questions"]![0]!["choices"] = choices;
        var text = document.Root.ToJsonString();
        Assert.InRange(Encoding.UTF8.GetByteCount(text), 700_000, DefinitionReader.LargestDocument);
        return text;
    }

    private async Task GrantAsync(string mail)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<Account>>().FindByEmailAsync(mail);
        var id = (await _site.LifeAsync()).ConsultationId;
        await _site.The<Participatie.Surveys.Storage.GroupedWriter>().WriteAsync(
            async write => await _site.The<GrantRole>().GrantAsync(write, new NewGrant
            {
                AccountId = account!.Id,
                Role = StaffRole.Author,
                ConsultationId = id,
                LastDay = _site.The<GrantRole>().UsualLastDay,
                By = "proef",
                Network = "",
            }),
            TestContext.Current.CancellationToken);
    }

    private async Task<IReadOnlyList<WorkingCopyLine>> CopiesAsync() => await _site.The<WorkingCopies>().ListAsync(
        (await _site.LifeAsync()).ConsultationId, TestContext.Current.CancellationToken);

    private async Task<WorkingCopyEntry> CopyAsync(int revision) => (await _site.The<WorkingCopies>().OneAsync(
        (await _site.LifeAsync()).ConsultationId, revision, TestContext.Current.CancellationToken))!;
}
