using System.Text.Json;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Reporting.OpenData;

namespace Participatie.Tests.Reporting.OpenData;

public sealed class DcatTests
{
    private static readonly DateTimeOffset Opened = new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);

    private static readonly DcatPublisher Publisher = new(
        "https://meedoen.example", "https://identifier.overheid.nl/tooi/id/provincie/pv22", "Provincie Drenthe", "post@drenthe.nl", "/hulp");

    private static readonly DcatPages Pages = new(
        slug => $"/raadpleging/{slug}/gegevens",
        slug => [$"/raadpleging/{slug}/gegevens/codeboek.csv"],
        slug => [new DcatTable($"/raadpleging/{slug}/gegevens/uitslag.csv", "Tabel", "text/csv", "CSV")]);

    /// <summary>
    /// What DCAT-AP-NL 3.0 demands (Geonovum, chapter "Klassen": optionality V, or a cardinality that begins with 1), with what stands for
    /// it in JSON-LD and how often it may be there. Its shapes are no part of this repository.
    /// </summary>
    [Theory]
    [InlineData("dcat:Catalog", "dct:title", 1, 99)]
    [InlineData("dcat:Catalog", "dct:description", 1, 99)]
    [InlineData("dcat:Catalog", "dct:publisher", 1, 1)]
    [InlineData("dcat:Catalog", "dcat:contactPoint", 1, 1)]
    [InlineData("dcat:Catalog", "dcat:dataset", 1, 9999)]
    [InlineData("dcat:Dataset", "dct:title", 1, 99)]
    [InlineData("dcat:Dataset", "dct:description", 1, 99)]
    [InlineData("dcat:Dataset", "dct:identifier", 1, 1)]
    [InlineData("dcat:Dataset", "dct:accessRights", 1, 1)]
    [InlineData("dcat:Dataset", "dcat:contactPoint", 1, 1)]
    [InlineData("dcat:Dataset", "dct:creator", 1, 99)]
    [InlineData("dcat:Dataset", "dct:publisher", 1, 1)]
    [InlineData("dcat:Dataset", "dcat:theme", 1, 99)]
    [InlineData("dcat:Dataset", "dct:language", 1, 99)]
    [InlineData("dcat:Dataset", "dcat:version", 0, 1)]
    // Recommended, and asked of whoever speaks of an area.
    [InlineData("dcat:Dataset", "dct:spatial", 1, 99)]
    // Under a condition that holds: there are files, and it is no service.
    [InlineData("dcat:Dataset", "dcat:distribution", 1, 99)]
    [InlineData("dcat:Distribution", "dcat:accessURL", 1, 1)]
    [InlineData("dcat:Distribution", "dct:license", 1, 1)]
    [InlineData("dcat:Distribution", "dct:format", 1, 1)]
    [InlineData("dcat:Distribution", "dcat:mediaType", 1, 1)]
    [InlineData("dcat:Distribution", "dcat:downloadURL", 0, 1)]
    [InlineData("dcat:Distribution", "dct:language", 0, 1)]
    [InlineData("foaf:Agent", "foaf:name", 1, 99)]
    [InlineData("vcard:Kind", "vcard:fn", 1, 99)]
    [InlineData("vcard:Kind", "vcard:hasEmail", 1, 99)]
    public void What_the_profile_demands_is_there(string type, string property, int least, int most)
    {
        var nodes = Nodes(Catalogue(Open("een"), Open("twee")).RootElement).Where(node => TypeOf(node) == type).ToList();

        Assert.NotEmpty(nodes);
        Assert.All(nodes, node => Assert.InRange(Count(node, property), least, most));
    }

    [Fact]
    public void Every_address_is_whole_and_every_short_name_is_explained()
    {
        var root = Catalogue(Open("een")).RootElement;
        var context = root.GetProperty("@context").EnumerateObject().Select(prefix => prefix.Name).ToHashSet(StringComparer.Ordinal);

        Assert.All(
            Nodes(root).SelectMany(node => node.EnumerateObject()).Where(member => member.Name[0] != '@'),
            member => Assert.Contains(member.Name.Split(':')[0], context));
        Assert.All(
            Nodes(root).Where(node => node.TryGetProperty("@id", out _)).Select(node => node.GetProperty("@id").GetString()!),
            id => Assert.True(Uri.TryCreate(id, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto", id));
    }

    [Fact]
    public void The_publisher_is_known_by_the_governments_list_and_the_days_are_days()
    {
        var dataset = Catalogue(Open("een")).RootElement.GetProperty("dcat:dataset")[0];

        Assert.Equal(
            "https://identifier.overheid.nl/tooi/id/provincie/pv22", dataset.GetProperty("dct:publisher").GetProperty("@id").GetString());
        Assert.Equal("https://meedoen.example/raadpleging/een/gegevens", dataset.GetProperty("dct:identifier").GetString());
        Assert.Equal("http://data.europa.eu/nuts/code/NL13", dataset.GetProperty("dct:spatial").GetProperty("@id").GetString());
        Assert.Equal("2027-03-02", dataset.GetProperty("dct:modified").GetProperty("@value").GetString());
        Assert.Equal("xsd:date", dataset.GetProperty("dct:modified").GetProperty("@type").GetString());
        Assert.Equal("2027-01-04", dataset.GetProperty("dct:temporal").GetProperty("dcat:startDate").GetProperty("@value").GetString());
        Assert.Contains(
            "Verduidelijkt.", dataset.GetProperty("adms:versionNotes")[0].GetProperty("@value").GetString(), StringComparison.Ordinal);
        Assert.Equal("2027-02-15", dataset.GetProperty("dct:issued").GetProperty("@value").GetString());
    }

    [Fact]
    public void Many_datasets_are_told_page_by_page()
    {
        OpenDataset[] all = [.. Enumerable.Range(0, 250).Select(number => Open($"nummer-{number}"))];

        var told = Enumerable.Range(1, DcatCatalogue.PagesOf(all.Length)).Select(page => Page(all, page)).ToList();

        Assert.Equal(3, told.Count);
        Assert.Equal(
            all.Select(open => $"https://meedoen.example/raadpleging/{open.Latest.Definition.Slug}/gegevens"),
            told.SelectMany(page => page.GetProperty("dcat:dataset").EnumerateArray())
                .Select(dataset => dataset.GetProperty("dct:identifier").GetString()));
        Assert.Equal("https://meedoen.example/catalogus?pagina=2", Link(told[0], "hydra:next"));
        Assert.Equal("https://meedoen.example/catalogus?pagina=1", Link(told[1], "hydra:previous"));
        Assert.False(told[2].GetProperty("hydra:view").TryGetProperty("hydra:next", out _));

        static string? Link(JsonElement page, string name) =>
            page.GetProperty("hydra:view").GetProperty(name).GetProperty("@id").GetString();
    }

    private static JsonDocument Catalogue(params OpenDataset[] all) => JsonDocument.Parse(
        new DcatCatalogue(Publisher, Pages).Write(all, 1, "/gegevens", page => $"/catalogus?pagina={page}"));

    private static JsonElement Page(OpenDataset[] all, int number) => JsonDocument.Parse(
        new DcatCatalogue(Publisher, Pages).Write(all, number, "/gegevens", page => $"/catalogus?pagina={page}")).RootElement;

    private static OpenDataset Open(string slug)
    {
        var definition = new GivenConsultation().WithSlug(slug).WithYesNo("ja").Build();
        LifeEvent At(int number, int days, LifeStep step, string reason = "", int? version = null) =>
            new(number, Opened.AddDays(days), "", step, Day: null, version, Revision: null, reason, Answers: null);
        var life = ConsultationLife.Of(1, slug, isTrial: false,
        [
            At(1, 0, LifeStep.Begun),
            At(2, 0, LifeStep.Approved, "de raad was het eens"),
            At(3, 0, LifeStep.Opened, version: 1),
            At(4, 10, LifeStep.Corrected, "Verduidelijkt.", version: 2),
            At(5, 40, LifeStep.Closed),
            At(6, 42, LifeStep.Reported),
        ]);
        return new OpenDataset(
            new PublishedVersion(1, 2, definition, Opened.AddDays(10)), life, new DateTimeOffset(2027, 3, 1, 23, 30, 0, TimeSpan.Zero));
    }

    private static IEnumerable<JsonElement> Nodes(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Nodes),
        JsonValueKind.Object => element.EnumerateObject().Where(member => member.Name != "@context")
            .SelectMany(member => Nodes(member.Value)).Prepend(element),
        _ => [],
    };

    private static string? TypeOf(JsonElement node) => node.TryGetProperty("@type", out var type) ? type.GetString() : null;

    private static int Count(JsonElement node, string property) => !node.TryGetProperty(property, out var value) ? 0
        : value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() : 1;
}
