using System.Text.Json;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;

namespace Participatie.Tests.Content;

/// <summary>No variety and no translation of a text that we ship is the Dutch text, or missing.</summary>
public sealed class TranslationTests
{
    /// <summary>Dutch texts that may stay as they are in another language, with the reason.</summary>
    private static readonly (string Dutch, string Reason)[] MayStay =
    [
        ("munten", "an easy word"),
        ("munt", "an easy word"),
        ("Podium Platteland 2.0", "the name of a project"),
    ];

    public static TheoryData<string> Files => [.. Directory
        .EnumerateFiles(Repository.Path("src/Participatie.Web/Content"), "*.json", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Path("src/Participatie.Web/Content"), file))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_text_has_its_own_words_in_every_language_that_is_offered(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Repository.Path("src/Participatie.Web/Content/" + file)));
        var languages = document.RootElement.GetProperty("languages").EnumerateArray().Select(tag => tag.GetString()!).ToList();
        var texts = Texts(document.RootElement, "").ToList();
        Assert.True(texts.Count > 20, "Nothing was walked.");
        foreach (var (at, text) in texts)
        {
            var dutch = text.GetProperty(Languages.Dutch).GetString();
            foreach (var tag in languages.Where(tag => tag != Languages.Dutch))
            {
                Assert.True(text.TryGetProperty(tag, out var words), $"{file} {at} has no {tag}");
                // A hard word is named as it stands in the text, also among easy words.
                var mayStay = Array.Exists(MayStay, same => same.Dutch == dutch)
                    || (tag == Languages.EasyDutch && at.EndsWith("/word", StringComparison.Ordinal));
                Assert.True(mayStay || words.GetString() != dutch, $"{file} {at}: {tag} is the Dutch text");
            }
        }
    }

    [Fact]
    public void The_samples_speak_the_languages_that_were_promised()
    {
        Assert.Equal(InterfaceWords.Tags.Order(StringComparer.Ordinal), Sample("themas").Languages.Order(StringComparer.Ordinal));
        Assert.All(["meepraten", "wonen"], slug => Assert.Equal([Languages.Dutch, Languages.EasyDutch], Sample(slug).Languages));
    }

    /// <summary>Nobody outside this project has read them. A name comes here when somebody did.</summary>
    [Fact]
    public void No_sample_says_that_somebody_checked_it() =>
        Assert.All(["themas", "meepraten", "wonen"], slug => Assert.Empty(Sample(slug).CheckedBy));

    [Fact]
    public void A_hard_word_is_found_in_every_translation()
    {
        foreach (var sample in new[] { "themas", "meepraten", "wonen" }.Select(Sample))
        {
            Assert.NotEmpty(sample.Glossary);
            foreach (var tag in sample.Languages.Where(tag => tag is not (Languages.Dutch or Languages.EasyDutch)))
            {
                Assert.All(sample.Glossary, word => Assert.True(
                    sample.Texts.Any(text => word.StandsIn(text.In(tag))),
                    $"{sample.Slug} {tag}: {word.NameIn(tag)} is not found where it stands"));
            }
        }
    }

    private static Consultation Sample(string slug)
    {
        var (definition, problems) = DefinitionReader.Read(
            File.ReadAllBytes(Repository.Path($"src/Participatie.Web/Content/consultations/{slug}.json")));
        Assert.Empty(problems);
        return definition!;
    }

    private static IEnumerable<(string At, JsonElement Text)> Texts(JsonElement element, string at) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty(Languages.Dutch, out _) => [(at, element)],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Texts(member.Value, at + "/" + member.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, index) => Texts(item, $"{at}/{index}")),
        _ => [],
    };
}
