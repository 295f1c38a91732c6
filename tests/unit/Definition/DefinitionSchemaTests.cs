using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Tests.Definition;

/// <summary>Reader and schema walk the same documents and must judge alike, in both directions.</summary>
public sealed class DefinitionSchemaTests
{
    /// <summary>What only the reader can know: a step that does not divide the total, a highest number under the lowest.</summary>
    private static readonly string[] BeyondSchema = ["/questions/6/total", "/questions/6/step", "/questions/9/max"];

    private static readonly byte[] FullDocument = WriteFull();

    // New for each test: it remembers where it has been.
    private readonly SchemaEvaluator _schema = new(JsonNode.Parse(DefinitionSchema.Utf8.Span)!.AsObject());

    public static TheoryData<string> Samples =>
        [
            .. Directory.EnumerateFiles(Repository.Path("src/Participatie.Web/Content/consultations"), "*.json")
            .Select(file => Path.GetFileName(file)!),
        ];

    [Fact]
    public void Names_its_address_and_its_draft()
    {
        var schema = JsonNode.Parse(DefinitionSchema.Utf8.Span)!;
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)schema["$schema"]);
        Assert.Equal(DefinitionSchema.Address, (string?)schema["$id"]);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_shipped_consultation_is_good_to_reader_and_schema(string file)
    {
        var bytes = File.ReadAllBytes(Repository.Path("src/Participatie.Web/Content/consultations/" + file));
        Assert.Empty(DefinitionReader.Read(bytes).Problems);
        Assert.Empty(_schema.Errors(JsonNode.Parse(bytes)));
    }

    [Property]
    public Property Whatever_the_writer_writes_is_good_to_the_schema() =>
        Prop.ForAll(GivenDefinitions.Any, definition => Assert.Empty(_schema.Errors(JsonNode.Parse(DefinitionWriter.Write(definition)))));

    [Fact]
    public void Reader_and_schema_know_the_same_members_everywhere()
    {
        var full = Full();
        _schema.Errors(full.Root);
        foreach (var (at, names) in _schema.Names)
        {
            var message = Full().Put(at + "/onbekend", "1").Problems().Single(problem => problem.At == at + "/onbekend").Message;
            Assert.Equal(names.Order(StringComparer.Ordinal), Listed(message).Order(StringComparer.Ordinal));
        }

        // The top, the charter with its five texts, fourteen questions with theirs: far fewer would mean that nothing was walked.
        Assert.True(_schema.Names.Count > 60, $"{_schema.Names.Count} objects");
    }

    [Fact]
    public void Reader_and_schema_know_the_same_kinds()
    {
        var kinds = JsonNode.Parse(DefinitionSchema.Utf8.Span)!["$defs"]!["question"]!["properties"]!["kind"]!["enum"]!.AsArray()
            .Select(kind => (string)kind!);
        var message = Full().Put("/questions/0/kind", "\"slider\"").Problems().Single().Message;
        Assert.Equal(kinds, Listed(message));
    }

    [Fact]
    public void Reader_and_schema_miss_the_same_members()
    {
        // Which languages a text must have is said elsewhere in the document.
        foreach (var at in JsonObjectReader(Full().Root).Where(at => !IsWords(at) || at.EndsWith("/nl", StringComparison.Ordinal)))
        {
            AssertAlike(Full().Without(at), $"without {at}");
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("7")]
    [InlineData("1.5")]
    [InlineData("-1")]
    [InlineData("99999999999")]
    [InlineData("\"x y\"")]
    [InlineData("\"\"")]
    [InlineData("\"a\\u202eb\"")]
    [InlineData("[]")]
    [InlineData("[7]")]
    [InlineData("{}")]
    public void Reader_and_schema_refuse_the_same_values(string value)
    {
        // All texts are read by the same code: the words of a few stand for all.
        var places = JsonObjectReader(Full().Root).Where(
            at =>
                !IsWords(at)
                    || at.StartsWith("/title/", StringComparison.Ordinal)
                    || at.StartsWith("/questions/0/", StringComparison.Ordinal));
        foreach (var at in places.Except(BeyondSchema))
        {
            AssertAlike(Full().Put(at, value), $"{value} at {at}");
        }
    }

    [Fact]
    public void Limits_in_the_schema_are_those_of_the_types()
    {
        AssertAtMost("/about/nl", $"\"{new string('a', Text.Longest)}\"", $"\"{new string('a', Text.Longest + 1)}\"");
        AssertAtMost("/slug", $"\"{new string('a', Slug.Longest)}\"", $"\"{new string('a', Slug.Longest + 1)}\"");
        AssertAtMost(
            "/checkedBy/nl-simple",
            $"\"{new string('a', Consultation.LongestName)}\"",
            $"\"{new string('a', Consultation.LongestName + 1)}\"");
        AssertAtMost(
            "/charter/contact", $"\"{new string('1', Charter.LongestContact)}\"", $"\"{new string('1', Charter.LongestContact + 1)}\"");
        AssertAtMost("/charter/keepUntil", $"\"{Charter.LastYear}-12-31\"", $"\"{Charter.LastYear + 1}-01-01\"");
        AssertAtMost("/questions/8/maxLength", $"{OpenQuestion.LongestMaxLength}", $"{OpenQuestion.LongestMaxLength + 1}");
        AssertAtMost("/questions/13/maxLength", $"{TextQuestion.LongestMaxLength}", $"{TextQuestion.LongestMaxLength + 1}");
        AssertAtMost(
            "/questions/0/choices/0/picture",
            $"\"{new string('a', Choice.LongestPictureName)}\"",
            $"\"{new string('a', Choice.LongestPictureName + 1)}\"");
    }

    private void AssertAtMost(string at, string most, string more)
    {
        Assert.Empty(Full().Put(at, most).Problems());
        Assert.Empty(_schema.Errors(Full().Put(at, most).Root));
        Assert.NotEmpty(Full().Put(at, more).Problems());
        Assert.NotEmpty(_schema.Errors(Full().Put(at, more).Root));
    }

    private void AssertAlike(GivenDocument document, string what)
    {
        var problems = document.Problems();
        var errors = _schema.Errors(document.Root);
        Assert.True(
            problems.Count == 0 == (errors.Count == 0),
            $"{what}: reader [{string.Join("; ", problems.Select(problem => problem.At + " " + problem.Message))}], schema "
                + $"[{string.Join("; ", errors)}]");
    }

    private static GivenDocument Full() => new(FullDocument);

    /// <summary>Every kind, with every member that it may have.</summary>
    private static byte[] WriteFull()
    {
        var definition = GivenConsultation.WithEveryKind().But(frame => frame with
        {
            Theme = "wonen",
            Organisations = true,
            CheckedBy = new Dictionary<string, string>(StringComparer.Ordinal) { ["nl-simple"] = "Een lezer" },
            Glossary = [new ExplainedWord(GivenConsultation.Words("Waarom"), GivenConsultation.Words("Om welke reden"))],
        }).Build();
        var document = new GivenDocument(definition with { Questions = [.. definition.Questions.Select(Filled)] });
        document.Put("/questions/0/choices/0/picture", "\"home\"");
        return Encoding.UTF8.GetBytes(document.Root.ToJsonString());
    }

    private static Question Filled(Question question, int index)
    {
        var words = GivenConsultation.Words("Uitleg");
        var filled = question is InformationQuestion ? question : question with { DontKnow = true, RatherNot = true, Required = true };
        filled = filled with { Help = words, Why = words, ShowWhen = index == 0 ? null : new Condition("choice", ["fiets"]) };
        return filled switch
        {
            ChoiceQuestion choice => choice with { Rotate = true },
            ChoicesQuestion choices => choices with { Rotate = true, AtMost = 2 },
            RankingQuestion ranking => ranking with { Rotate = true },
            BudgetQuestion budget => budget with { Rotate = true },
            NumberQuestion number => number with { Decimals = 1, Unit = new Unit(words, words) },
            _ => filled,
        };
    }

    private static bool IsWords(string at) => InterfaceWords.Tags.Contains(at[(at.LastIndexOf('/') + 1)..]);

    private static string[] Listed(string message) =>
        message[(message.IndexOf("Kies uit: ", StringComparison.Ordinal) + 10)..].TrimEnd('.').Split(", ");

    private static IEnumerable<string> JsonObjectReader(JsonNode? node, string at = "") => node switch
    {
        JsonObject members =>
            members.SelectMany(member => JsonObjectReader(member.Value, $"{at}/{member.Key}").Prepend($"{at}/{member.Key}")),
        JsonArray list => list.SelectMany((item, index) => JsonObjectReader(item, $"{at}/{index}")),
        _ => [],
    };
}
