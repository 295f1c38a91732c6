using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Participatie.Surveys.Definition;

namespace Participatie.Tests.Pages;

public sealed class OpenDataPageTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_result_page_leads_to_files_that_anybody_may_keep()
    {
        await site.PublishResultsAsync("themas", 3000, closed: false);
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/themas/resultaat");
        await resident.FollowAsync("Download deze cijfers");
        Assert.Contains("CC0 1.0", resident.Words, StringComparison.Ordinal);
        Assert.Contains("Versies van de vragen: 1.", resident.Words, StringComparison.Ordinal);
        Assert.Empty(resident.Page.QuerySelectorAll("form, input"));

        using var client = site.CreateClient();
        var links = resident.Page.QuerySelectorAll("main li a[href^='/']").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(6, links.Count);
        foreach (var link in links)
        {
            using var file = await client.GetAsync(link, Stop);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.Equal((true, TimeSpan.FromMinutes(5)), (file.Headers.CacheControl!.Public, file.Headers.CacheControl.MaxAge!.Value));
            Assert.Empty(file.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []);
            Assert.Equal("themas-" + link.Split('/')[^1], file.Content.Headers.ContentDisposition!.FileName);

            using var again = new HttpRequestMessage(HttpMethod.Get, link);
            again.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(file.Headers.ETag!.ToString()));
            Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again, Stop)).StatusCode);
        }
    }

    [Fact]
    public async Task Before_there_is_a_result_there_are_no_files()
    {
        using var client = site.CreateClient();
        using var page = await new HtmlParser().ParseDocumentAsync(
            await client.GetStringAsync("/raadpleging/meepraten/gegevens", Stop), Stop);
        Assert.Contains("De uitslag komt na", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(
            page.QuerySelectorAll("main a"), link => link.GetAttribute("href")!.Contains("/gegevens/", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/raadpleging/meepraten/gegevens/uitslag.csv", Stop)).StatusCode);
    }

    [Fact]
    public async Task The_schema_of_the_lines_of_json_is_there_from_the_first_day()
    {
        using var client = site.CreateClient();
        using var file = await client.GetAsync("/raadpleging/meepraten/gegevens/antwoorden.schema.json", Stop);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        using var schema = JsonDocument.Parse(await file.Content.ReadAsStringAsync(Stop));
        var questions = site.The<Catalogue>().Latest("meepraten")!.Definition.Numbered.Count();
        Assert.True(schema.RootElement.GetProperty("properties").EnumerateObject().Count() > questions);
    }

    [Fact]
    public async Task The_codebook_explains_the_columns_of_the_other_tables()
    {
        await site.PublishResultsAsync("wonen", 3000, closed: true);
        using var client = site.CreateClient();
        var codebook = await client.GetStringAsync("/raadpleging/wonen/gegevens/codeboek.csv", Stop);
        foreach (var table in new[] { "wijzigingen.csv", "besluiten.csv" })
        {
            var head = (await client.GetStringAsync($"/raadpleging/wonen/gegevens/{table}", Stop)).TrimStart('\uFEFF').Split("\r\n")[0];
            Assert.All(
                head.Split(','),
                column => Assert.Contains(
                    codebook.Split("\r\n"),
                    line => line.StartsWith(column + ",,,,", StringComparison.Ordinal)
                        && line.EndsWith("," + table, StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("/raadpleging/bestaat-niet/gegevens/antwoorden.schema.json")]
    [InlineData("/raadpleging/bestaat-niet/gegevens")]
    [InlineData("/raadpleging/bestaat-niet/gegevens/uitslag.csv")]
    [InlineData("/raadpleging/wonen/gegevens/antwoorden.csv")]
    [InlineData("/raadpleging/wonen/gegevens/..%2Fuitslag.csv")]
    public async Task There_is_no_other_file(string address)
    {
        await site.PublishResultsAsync("wonen", 3000, closed: true);
        using var client = site.CreateClient();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address, Stop)).StatusCode);
    }

    [Fact]
    public async Task Portals_find_what_residents_said_and_never_what_was_made_up()
    {
        await using var real = new Site();
        var definition = real.The<Catalogue>().Latest("themas")!.Definition;
        await real.PublishAsync(definition with { Slug = "echt" });
        await real.PublishResultsAsync("echt", 3000, closed: true);
        await real.PublishResultsAsync("themas", 3000, closed: true);

        var page = await real.OpenAsync("/gegevens");
        Assert.Equal(
            ["/raadpleging/echt/gegevens"],
            page.QuerySelectorAll("main li a").Select(link => link.GetAttribute("href")));
        var some = await real.OpenAsync($"/gegevens?zoek={Uri.EscapeDataString(definition.Title.Dutch[3..9])}");
        Assert.Single(some.QuerySelectorAll("main li a"));
        var none = await real.OpenAsync("/gegevens?zoek=niemand+vroeg+dit");
        Assert.Empty(none.QuerySelectorAll("main li a"));
        Assert.Equal("niemand vroeg dit", none.QuerySelector("main input[type=search]")!.GetAttribute("value"));
        Assert.Contains("Gevonden: 0", none.Body!.TextContent, StringComparison.Ordinal);

        using var client = real.CreateClient();
        using var file = await client.GetAsync("/gegevens/catalogus.jsonld", Stop);
        Assert.Equal("application/ld+json", file.Content.Headers.ContentType!.MediaType);
        Assert.True(file.Headers.CacheControl!.Public);
        using var catalogue = JsonDocument.Parse(await file.Content.ReadAsStringAsync(Stop));
        var dataset = Assert.Single(catalogue.RootElement.GetProperty("dcat:dataset").EnumerateArray());
        Assert.Equal("http://localhost/raadpleging/echt/gegevens", dataset.GetProperty("dct:identifier").GetString());

        // Every address in it that is ours leads somewhere.
        foreach (var address in Addresses(catalogue.RootElement)
            .Where(address => address.StartsWith("http://localhost/", StringComparison.Ordinal)))
        {
            using var there = await client.GetAsync(address.Split('#')[0], Stop);
            Assert.True(there.StatusCode == HttpStatusCode.OK, address);
        }

        using var alone = await client.GetAsync("/raadpleging/echt/gegevens/dataset.jsonld", Stop);
        Assert.Equal(HttpStatusCode.OK, alone.StatusCode);
        using var sample = await client.GetAsync("/raadpleging/themas/gegevens/dataset.jsonld", Stop);
        Assert.Equal(HttpStatusCode.NotFound, sample.StatusCode);
        Assert.Contains(
            "Deze cijfers zijn niet van inwoners",
            (await real.OpenAsync("/raadpleging/themas/gegevens")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "niet van inwoners", (await real.OpenAsync("/raadpleging/echt/gegevens")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "\"madeUp\": true", await client.GetStringAsync("/raadpleging/themas/gegevens/uitslag.json", Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/gegevens?pagina=0")]
    [InlineData("/gegevens?pagina=2")]
    [InlineData("/gegevens/catalogus.jsonld?pagina=2")]
    [InlineData("/gegevens/catalogus.ttl")]
    public async Task A_page_of_the_catalogue_that_is_not_there_is_not_found(string address)
    {
        using var client = site.CreateClient();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address, Stop)).StatusCode);
    }

    private static IEnumerable<string> Addresses(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Addresses),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member.Name == "@id"
            ? [member.Value.GetString()!]
            : Addresses(member.Value)),
        _ => [],
    };
}
