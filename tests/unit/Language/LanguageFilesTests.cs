using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;

namespace Participatie.Tests.Language;

/// <summary>A language is one file and no code.</summary>
public sealed partial class LanguageFilesTests
{
    /// <summary>Texts that may be the same in another language, with the reason.</summary>
    private static readonly (string Keys, string Reason)[] MayBeDutch =
    [
        ("place.", "names of municipalities, except of somewhere else"),
        ("frame.name", "the name of this site"),
        ("result.people", "a number"),
        ("result.quote", "quotation marks"),
        ("result.list", "a comma"),
        ("language.plurals", "the rule of both languages"),
        ("frame.help", "the same word in English"),
        ("frame.privacy", "the same word in English"),
        ("help.title", "the same word in English"),
    ];

    public static TheoryData<string> Translations => [.. InterfaceWords.Tags.Except([Languages.Dutch, Languages.EasyDutch])];

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_translation_has_every_text_and_no_other(string language)
    {
        // Which forms a counted text has is the language's own affair.
        var dutch = InterfaceWords.For(Languages.Dutch).Keys.Select(Counted).ToHashSet();
        var own = InterfaceWords.For(language).Keys.Select(Counted).ToHashSet();
        Assert.Empty(dutch.Except(own));
        Assert.Empty(own.Except(dutch));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    [InlineData(Languages.Dutch)]
    [InlineData(Languages.EasyDutch)]
    public void A_counted_text_has_every_form_of_its_language_or_none(string language)
    {
        var words = InterfaceWords.For(language);
        var forms = words.PluralForms.Order(StringComparer.Ordinal);
        foreach (var text in words.Keys.Where(key => Counted(key) != key).GroupBy(Counted))
        {
            Assert.Contains(text.Key, words.Keys);
            Assert.Equal(forms, text.Select(key => key[(text.Key.Length + 1)..]).Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("nl", 1, "Meedoen kost ongeveer 1 minuut.")]
    [InlineData("nl", 2, "Meedoen kost ongeveer 2 minuten.")]
    [InlineData("nl-simple", 1, "Meedoen kost ongeveer 1 minuut.")]
    [InlineData("en", 1, "This takes about 1 minute.")]
    [InlineData("en", 0, "This takes about 0 minutes.")]
    [InlineData("ar", 1, "تستغرق المشاركة حوالي دقيقة واحدة.")]
    [InlineData("ar", 2, "تستغرق المشاركة حوالي دقيقتين.")]
    [InlineData("ar", 3, "تستغرق المشاركة حوالي 3 دقائق.")]
    [InlineData("ar", 11, "تستغرق المشاركة حوالي 11 دقيقة.")]
    [InlineData("ar", 103, "تستغرق المشاركة حوالي 103 دقائق.")]
    [InlineData("uk", 1, "Це займе приблизно 1 хвилину.")]
    [InlineData("uk", 3, "Це займе приблизно 3 хвилини.")]
    [InlineData("uk", 5, "Це займе приблизно 5 хвилин.")]
    [InlineData("uk", 12, "Це займе приблизно 12 хвилин.")]
    [InlineData("uk", 21, "Це займе приблизно 21 хвилину.")]
    public void A_number_takes_the_form_that_its_language_asks_for(string language, int number, string text) =>
        Assert.Equal(text, InterfaceWords.For(language).Count("start.minutes", number));

    [Fact]
    public void Easy_Dutch_has_only_texts_that_Dutch_has() =>
        Assert.Empty(InterfaceWords.For(Languages.EasyDutch).Keys.Except(InterfaceWords.For(Languages.Dutch).Keys));

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_translation_is_not_the_Dutch_text(string language)
    {
        var (dutch, own) = (InterfaceWords.For(Languages.Dutch), InterfaceWords.For(language));
        Assert.DoesNotContain(dutch.Keys.Intersect(own.Keys), key => dutch[key] == own[key] && !MayBeSame(key));
        Assert.NotEqual(dutch["place.ergens-anders"], own["place.ergens-anders"]);
    }

    [Fact]
    public void Easy_Dutch_says_what_it_says_otherwise_than_Dutch()
    {
        var (dutch, easy) = (InterfaceWords.For(Languages.Dutch), InterfaceWords.For(Languages.EasyDutch));
        Assert.DoesNotContain(easy.Keys, key => dutch[key] == easy[key]);
    }

    [Theory]
    [MemberData(nameof(Translations))]
    [InlineData(Languages.EasyDutch)]
    public void Every_language_mentions_the_same_values_on_the_same_number_of_lines(string language)
    {
        var (dutch, own) = (InterfaceWords.For(Languages.Dutch), InterfaceWords.For(language));
        foreach (var key in own.Keys)
        {
            // An easy text may leave a detail out, but cannot mention what it does not get.
            // The form for one number may write it out.
            var (here, there) = (Places(dutch[Counted(key)]), Places(own[key]));
            Assert.True(
                language == Languages.EasyDutch || Counted(key) != key ? there.All(here.Contains) : here.SequenceEqual(there),
                $"{language} {key}: {own[key]}");
            Assert.True(
                language == Languages.EasyDutch || dutch[Counted(key)].Count(c => c == '\n') == own[key].Count(c => c == '\n'),
                $"{language} {key}: lines");
        }
    }

    [Theory]
    [InlineData("nl", "1.234,5", "5 maart 2027", "ltr")]
    [InlineData("nl-simple", "1.234,5", "5 maart 2027", "ltr")]
    [InlineData("en", "1,234.5", "5 March 2027", "ltr")]
    [InlineData("ar", "1,234.5", "5 مارس 2027", "rtl")]
    [InlineData("uk", "1\u00a0234,5", "5 березня 2027", "ltr")]
    public void Numbers_dates_and_direction_follow_from_the_tag(string language, string number, string day, string direction)
    {
        var words = InterfaceWords.For(language);
        Assert.Equal(number, 1234.5.ToString("#,0.#", words.Culture));
        Assert.Equal(day, new DateOnly(2027, 3, 5).ToString("d MMMM yyyy", words.Culture));
        Assert.Equal(direction, words.Direction);
    }

    /// <summary>Its own calendar, digits and direction, and a region: nobody prepared anything for it.</summary>
    [Theory]
    [InlineData("fa", "rtl", "2027")]
    [InlineData("th", "ltr", "2027")]
    [InlineData("pt-BR", "ltr", "2027")]
    [InlineData("tlh-simple", "ltr", "2027")]
    public void A_language_is_added_by_one_file(string tag, string direction, string year)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("""{ "language.name": "Pretend" }"""));
        var pretend = InterfaceWords.Read(tag, file);
        Assert.Equal(direction, pretend.Direction);
        Assert.Equal("5 " + year, new DateOnly(int.Parse(year, CultureInfo.InvariantCulture), 3, 5).ToString("d yyyy", pretend.Culture));
        Assert.Matches("^1[.,\u00a0\u202f]?234[.,]5$", 1234.5.ToString("#,0.#", pretend.Culture));

        var schema = JsonNode.Parse(DefinitionSchema.With([.. InterfaceWords.Tags.Select(InterfaceWords.For), pretend]))!;
        Assert.Equal(
            [.. InterfaceWords.Tags, tag], schema["properties"]!["languages"]!["items"]!["enum"]!.AsArray().Select(one => (string)one!));
        Assert.Equal("Pretend", (string?)schema["$defs"]!["text"]!["properties"]![tag]!["description"]);
    }

    /// <summary>Residents' languages stay complete without them, and no text stands in two files.</summary>
    [Fact]
    public void An_audience_has_a_file_in_each_of_its_languages_and_says_only_what_residents_do_not_read()
    {
        var files = Directory.EnumerateFiles(
            Repository.Path("src/Participatie.Surveys/Language/Words"),
            "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).ToList();
        Assert.Equal(
            InterfaceWords.Tags.Concat(Audience.All.SelectMany(audience => audience.Languages.Select(tag => $"{audience.Name}.{tag}")))
                .Order(StringComparer.Ordinal),
            files.Order(StringComparer.Ordinal));
        foreach (var audience in Audience.All)
        {
            var dutch = InterfaceWords.For(Languages.Dutch, audience).Keys;
            Assert.Empty(dutch.Intersect(InterfaceWords.For(Languages.Dutch).Keys));
            Assert.All(audience.Languages, tag => Assert.Empty(InterfaceWords.For(tag, audience).Keys.Except(dutch)));
        }
    }

    [Fact]
    public void An_audience_reads_its_own_words_then_those_of_residents()
    {
        var council = new Audience("council", [Languages.Dutch, Languages.EasyDutch]);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["council.nl.json"] =
                """{ "desk.findings": "{0} bevindingen", "desk.findings.one": "1 bevinding", "desk.title": "Uw werkplek", "desk.hello": "Dag" }""",
            ["council.nl-simple.json"] = """{ "desk.title": "Uw plek" }""",
        };
        var read = InterfaceWords.ReadFor(
            [council],
            name =>
                new MemoryStream(Encoding.UTF8.GetBytes(texts.Single(text => name.EndsWith(text.Key, StringComparison.Ordinal)).Value)));
        var (dutch, easy) = (read[("council", Languages.Dutch)], read[("council", Languages.EasyDutch)]);
        Assert.Equal(("Uw werkplek", "Uw plek"), (dutch["desk.title"], easy["desk.title"]));
        Assert.Equal(("Dag", "Dag"), (dutch["desk.hello"], easy["desk.hello"]));
        Assert.Equal(("1 bevinding", "3 bevindingen"), (easy.Count("desk.findings", 1), easy.Count("desk.findings", 3)));
        // What residents read in easy words is easy here too.
        var key = InterfaceWords.For(Languages.EasyDutch).Keys.First();
        Assert.Equal(InterfaceWords.For(Languages.EasyDutch)[key], easy[key]);
        Assert.Equal(InterfaceWords.For(Languages.Dutch)[key], dutch[key]);
        Assert.Throws<KeyNotFoundException>(() => InterfaceWords.For(Languages.Dutch)["desk.title"]);
        Assert.Throws<FileNotFoundException>(() => InterfaceWords.ReadFor([council], _ => null));
    }

    [Fact]
    public void No_source_names_a_language_other_than_Dutch()
    {
        // The tag of English is a Dutch word too, in the lists of the language check.
        var tags = InterfaceWords.Tags.Except([Languages.Dutch, Languages.EasyDutch, "en"]).ToList();
        Assert.Contains("ar", tags);
        var naming = new Regex(
            $"""["'\[=:(](lang[\]=(|~]*["']?)?({string.Join('|', tags)})["')\]]""", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
        foreach (var file in Sources())
        {
            var text = File.ReadAllText(file);
            Assert.False(naming.IsMatch(text), $"{file}: {naming.Match(text).Value}");
        }
    }

    private static IEnumerable<string> Sources() => Directory
        .EnumerateFiles(Repository.Path("src"), "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".css" or ".js")
        .Where(file => !Generated().IsMatch(file));

    /// <summary>The key of a text, whichever of its forms this is.</summary>
    private static string Counted(string key)
    {
        var text = Form().Replace(key, "");
        return text != key
            && InterfaceWords.For(Languages.Dutch).Keys.Contains(text)
            && Places(InterfaceWords.For(Languages.Dutch)[text]).Count > 0
            ? text
            : key;
    }

    private static bool MayBeSame(string key) =>
        Array.Exists(MayBeDutch, same => same.Keys.EndsWith('.') ? key.StartsWith(same.Keys, StringComparison.Ordinal) : key == same.Keys);

    private static List<string> Places(string text) =>
        [.. Place().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\.(zero|one|two|few|many)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();

    [GeneratedRegex(@"\{\d[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"[\\/](obj|bin|node_modules|wwwroot)[\\/]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Generated();
}
