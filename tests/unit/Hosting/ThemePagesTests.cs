using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Participatie.Tests.Pages;

namespace Participatie.Tests.Hosting;

/// <summary>Holds the pages about the Sociale Agenda against the list of everything in the two source documents.</summary>
public sealed class ThemePagesTests(Site site) : IClassFixture<Site>
{
    private static readonly JsonNode Content = Read("src/Participatie.Web/Content/themas.json");

    public static TheoryData<int, string, string, string> Items() => new(
        Read("tests/unit/Content/source-items.json")["items"]!.AsArray().Select(item => (
            (int)item!["document"]!, (string)item["section"]!, (string)item["kind"]!, item.ToJsonString())));

    [Theory]
    [MemberData(nameof(Items))]
    public async Task Every_item_of_the_source_documents_is_told(int document, string section, string kind, string item)
    {
        Assert.InRange(document, 1, 2);
        var source = JsonNode.Parse(item)!;
        var page = await PageOfAsync(section);
        if (kind == "link")
        {
            Assert.True(page.LinksTo((string)source["url"]!), $"no link to {source["url"]}");
            return;
        }

        var words = page.MainText();
        foreach (var told in WordsFor((string)source["text"]!))
            Assert.Contains(told, words, StringComparison.Ordinal);
        foreach (var kept in source["keeps"]?.AsArray() ?? [])
            Assert.Contains((string)kept!, words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_says_which_years_it_is_about()
    {
        foreach (var theme in Content["themes"]!.AsArray())
            Assert.Contains("2020–2023", (await PageOfAsync((string)theme!["slug"]!)).MainText(), StringComparison.Ordinal);
        Assert.Contains("2020–2023", (await PageOfAsync("intro")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_theme_that_is_not_there_is_a_404()
    {
        using var client = site.CreateClient();
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await client.GetAsync("/themas/anders")).StatusCode);
    }

    private async Task<IDocument> PageOfAsync(string section) =>
        await site.OpenAsync(section is "intro" or "also" or "contact" ? "/themas" : $"/themas/{section}");

    /// <summary>The Dutch words of whatever in the content names this source text.</summary>
    private static List<string> WordsFor(string source)
    {
        var said = Everything(Content).Where(entry => Names(entry, source)).SelectMany(Dutch).ToList();
        return said.Count > 0 ? said : throw new InvalidOperationException($"Nothing in the content is about '{source}'.");
    }

    private static bool Names(JsonObject entry, string source) =>
        (entry["source"] is { } one && (string?)one == source)
        || (entry["sources"] is JsonArray several && several.Any(text => (string?)text == source));

    private static IEnumerable<JsonObject> Everything(JsonNode? node) => node switch
    {
        JsonObject entry => entry.SelectMany(pair => Everything(pair.Value)).Prepend(entry),
        JsonArray list => list.SelectMany(Everything),
        _ => [],
    };

    private static IEnumerable<string> Dutch(JsonObject entry) =>
        new[] { entry["title"], entry["text"], entry["intro"] }.Select(node => node switch
        {
            JsonObject text => (string?)text["nl"],
            JsonValue words => (string?)words,
            _ => null,
        }).OfType<string>();

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Repository.Path(file)))!;
}
