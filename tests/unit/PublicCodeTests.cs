using YamlDotNet.RepresentationModel;

namespace Participatie.Tests;

/// <summary>publiccode.yml is what catalogues of public software read. Keys and values as version 0.4 of its standard has them.</summary>
public sealed class PublicCodeTests
{
    private static readonly string[] Mandatory =
    [
        "publiccodeYmlVersion",
        "name",
        "url",
        "releaseDate",
        "platforms",
        "categories",
        "developmentStatus",
        "softwareType",
        "description",
        "legal/license",
        "maintenance/type", "maintenance/contacts", "localisation/localisationReady", "localisation/availableLanguages",
    ];

    private static readonly string[] Languages = ["nl", "en"];

    private readonly YamlMappingNode _root = Read();

    [Fact]
    public void Has_what_every_catalogue_asks_for() => Assert.DoesNotContain(Mandatory, key => Find(key) is null);

    [Fact]
    public void Values_are_those_of_the_standard()
    {
        Assert.True(Uri.TryCreate(Value("url"), UriKind.Absolute, out _));
        Assert.True(DateOnly.TryParse(Value("releaseDate"), System.Globalization.CultureInfo.InvariantCulture, out _));
        Assert.Contains(Value("developmentStatus"), new[] { "concept", "development", "beta", "stable", "obsolete" });
        Assert.Equal("standalone/web", Value("softwareType"));
        Assert.Contains(Value("maintenance/type"), new[] { "internal", "contract", "community", "none" });
        Assert.Subset(
            new HashSet<string>(
                ["survey", "digital-citizenship", "data-collection", "communications", "collaboration"], StringComparer.Ordinal),
            Values("categories").ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void Descriptions_have_the_lengths_of_the_standard()
    {
        foreach (var language in Languages)
        {
            Assert.InRange(Value($"description/{language}/genericName").Length, 1, 35);
            Assert.InRange(Value($"description/{language}/shortDescription").Length, 1, 150);
            Assert.InRange(Value($"description/{language}/longDescription").Length, 500, 10_000);
        }
    }

    [Fact]
    public void The_licence_is_the_one_that_stands_beside_it()
    {
        Assert.Equal("EUPL-1.2", Value("legal/license"));
        Assert.Contains("EUROPEAN UNION PUBLIC LICENCE v. 1.2", File.ReadAllText(Repository.Path("LICENSE.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_languages_are_those_of_the_interface() =>
        Assert.Equal(
            Surveys.Language.InterfaceWords.Tags.Where(tag => !tag.Contains('-', StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            Values("localisation/availableLanguages").Order(StringComparer.Ordinal));

    private YamlNode? Find(string path) =>
        path.Split('/').Aggregate<string, YamlNode?>(
            _root, (node, key) => node is YamlMappingNode mapping && mapping.Children.TryGetValue(key, out var child) ? child : null);

    private string Value(string path) => ((YamlScalarNode)Find(path)!).Value!;

    private IEnumerable<string> Values(string path) => ((YamlSequenceNode)Find(path)!).Select(node => ((YamlScalarNode)node).Value!);

    private static YamlMappingNode Read()
    {
        var stream = new YamlStream();
        using var reader = File.OpenText(Repository.Path("publiccode.yml"));
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }
}
