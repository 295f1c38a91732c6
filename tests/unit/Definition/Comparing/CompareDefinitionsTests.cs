using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Comparing;
using Participatie.Surveys.Definition.Json;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Tests.Definition.Comparing;

public sealed class CompareDefinitionsTests
{
    private static readonly Consultation Before = GivenConsultation.WithEveryKind().Build();

    private static readonly string[] Old = ["a", "b", "c", "d", "e"];

    [Property]
    public Property A_definition_does_not_differ_from_itself() => Prop.ForAll(
        GivenDefinitions.Any,
        definition => Assert.Empty(CompareDefinitions.Of(definition, definition)));

    [Property(MaxTest = 30)]
    public Property Two_definitions_differ_in_nothing_only_when_their_documents_are_the_same() => Prop.ForAll(
        GivenDefinitions.Any,
        GivenDefinitions.Any,
        (one, other) =>
            Assert.Equal(
                DefinitionWriter.Write(one).AsSpan().SequenceEqual(DefinitionWriter.Write(other)), CompareDefinitions.Of(one, other).Count == 0));

    [Property]
    public Property Every_change_of_a_value_is_found_where_it_was_made() => Prop.ForAll(
        GivenDefinitions.Any,
        ArbMap.Default.ArbFor<int>(),
        (definition, draw) =>
        {
            var root = JsonNode.Parse(DefinitionWriter.Write(definition))!;
            var before = root.ToJsonString();
            var leaves = Leaves(root).Where(leaf => leaf.At != "/$schema").ToList();
            var (at, leaf) = leaves[(draw & int.MaxValue) % leaves.Count];
            leaf.ReplaceWith(Other(leaf));
            var found = CompareDefinitions.Of(before, root.ToJsonString())!;
            Assert.NotEmpty(found);
            // The place itself, or for an id, or the value of a list of words, the thing that it names.
            Assert.All(found, difference => Assert.True(
                IsAround(difference.After, at) || IsAround(difference.Before, at), $"{difference} is not about {at}"));
        });

    [Property]
    public Property What_is_taken_out_is_found() => Prop.ForAll(
        GivenDefinitions.Any,
        ArbMap.Default.ArbFor<int>(),
        (definition, draw) =>
        {
            var root = JsonNode.Parse(DefinitionWriter.Write(definition))!;
            var before = root.ToJsonString();
            var nodes = Nodes(root, "").Where(node => node.At.Length > 0 && node.At != "/$schema").ToList();
            var (at, node) = nodes[(draw & int.MaxValue) % nodes.Count];
            if (node.Parent is JsonArray list)
            {
                list.RemoveAt(node.GetElementIndex());
            }
            else
            {
                node.Parent!.AsObject().Remove(node.GetPropertyName());
            }

            var found = CompareDefinitions.Of(before, root.ToJsonString())!;
            // What goes without saying may go.
            if (DefinitionReader.Read(Encoding.UTF8.GetBytes(root.ToJsonString())).Definition is { } same
                && DefinitionWriter.Write(same).AsSpan().SequenceEqual(DefinitionWriter.Write(definition)))
            {
                Assert.Empty(found);
                return;
            }

            Assert.Contains(
                found,
                difference => IsAround(difference.Before, at) || difference.Before?.StartsWith(at + "/", StringComparison.Ordinal) == true);
        });

    [Fact]
    public void Says_what_became_of_each_question()
    {
        var after = Before with
        {
            Questions =
            [
                // The last one to the front, the second one gone, a new one behind the first.
                Before.Questions[^1],
                Before.Questions[0],
                new YesNoQuestion { Id = "nieuw", Text = GivenConsultation.Words("Is dit nieuw?") },
                .. Before.Questions.Skip(2).SkipLast(1),
            ],
        };
        var last = Before.Questions.Count - 1;
        Assert.Equal(
            [
                new Difference(DifferenceKind.Moved, $"/questions/{last}", "/questions/0", "text", "text"),
                new Difference(DifferenceKind.New, null, "/questions/2", "", "Is dit nieuw?"),
                new Difference(DifferenceKind.Gone, "/questions/1", null, "choices", ""),
            ],
            CompareDefinitions.Of(Before, after));
    }

    [Fact]
    public void Shows_the_old_and_the_new_words_of_each_language()
    {
        var first = Before.Questions[0];
        var texts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["nl"] = "Hoe reist u?",
            ["nl-simple"] = first.Text.In("nl-simple").Text,
            ["en"] = "How do you travel?",
        };
        var found = CompareDefinitions.Of(
            Before, Before with { Questions = [first with { Text = new Text(texts) }, .. Before.Questions.Skip(1)] });
        Assert.Equal(
            [
                new Difference(DifferenceKind.Reworded, "/questions/0/text/nl", "/questions/0/text/nl", "choice", "Hoe reist u?")
                {
                    Language = "nl",
                },
                new Difference(
                    DifferenceKind.Reworded, "/questions/0/text/en", "/questions/0/text/en", "choice (English)", "How do you travel?")
                {
                    Language = "en",
                },
            ],
            found);
    }

    [Fact]
    public void Follows_a_question_that_moved_into_its_words_and_choices()
    {
        var choice = (ChoiceQuestion)Before.Questions[0];
        var after = Before with
        {
            Questions =
            [
                .. Before.Questions.Skip(1),
                choice with { Offered = [choice.Offered[2], choice.Offered[0], new Choice("lopen", GivenConsultation.Words("Lopen"))] },
            ],
        };
        var last = Before.Questions.Count - 1;
        Assert.Equal(
            [
                (DifferenceKind.Moved, "/questions/0", $"/questions/{last}"),
                (DifferenceKind.Moved, "/questions/0/choices/2", $"/questions/{last}/choices/0"),
                (DifferenceKind.New, null, $"/questions/{last}/choices/2"),
                (DifferenceKind.Gone, "/questions/0/choices/1", null),
            ],
            CompareDefinitions.Of(Before, after).Select(found => (found.Kind, found.Before, found.After)));
    }

    [Fact]
    public void Says_that_a_question_became_another_kind_and_that_the_charter_promises_another_day()
    {
        var after = Before with
        {
            Charter = Before.Charter with { ResultsBy = new DateOnly(2027, 4, 1) },
            Questions =
            [
                .. Before.Questions.Select(
                    question => question.Kind == "open" ? new TextQuestion { Id = question.Id, Text = question.Text } : question),
            ],
        };
        var at = $"/questions/{Before.Questions.ToList().FindIndex(question => question.Kind == "open")}";
        Assert.Equal(
            [
                new Difference(DifferenceKind.Changed, "/charter/resultsBy", "/charter/resultsBy", "2027-03-15", "2027-04-01"),
                new Difference(DifferenceKind.Changed, at + "/kind", at + "/kind", "open", "text"),
                new Difference(DifferenceKind.Changed, at + "/maxLength", at + "/maxLength", "2000", "100"),
            ],
            CompareDefinitions.Of(Before, after).OrderBy(found => found.After, StringComparer.Ordinal));
    }

    [Fact]
    public void Layout_and_what_goes_without_saying_make_no_difference()
    {
        var document = Encoding.UTF8.GetString(DefinitionWriter.Write(Before));
        var otherwise = document.Replace("\n", "\r\n   ", StringComparison.Ordinal)
            .Replace("\"kind\": \"yesno\"", "\"kind\": \"yesno\", \"required\": false", StringComparison.Ordinal);
        Assert.Empty(CompareDefinitions.Of(document, otherwise)!);
    }

    [Fact]
    public void Compares_documents_that_have_problems()
    {
        var found = CompareDefinitions.Of(
            """{"slug": "A B", "title": {"nl": "Oud"}, "questions": [{"id": "a"}, {"id": "a"}]}""",
            """{"slug": "A B", "title": {"nl": "Nieuw"}, "questions": [{"id": "a"}]}""");
        Assert.Equal([DifferenceKind.Reworded, DifferenceKind.Changed], found!.Select(difference => difference.Kind));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Beste collega, hier is de vragenlijst.")]
    [InlineData("""{"title": {"nl": "\ud800"}}""")]
    public void What_is_no_document_has_only_lines_to_compare(string text)
    {
        Assert.Null(CompareDefinitions.Of(text, "{}"));
        Assert.Null(CompareDefinitions.Of("{}", text));
    }

    [Theory]
    [InlineData("abcde", 0)]
    [InlineData("bcdea", 1)]
    [InlineData("eabcd", 1)]
    [InlineData("badce", 2)]
    [InlineData("edcba", 4)]
    public void Says_of_as_few_as_possible_that_they_moved(string order, int moved)
    {
        static string Document(IEnumerable<string> ids) => $$"""{"questions":[{{string.Join(',', ids.Select(id => $$"""{"id":"{{id}}"}"""))}}]}""";
        var found = CompareDefinitions.Of(Document(Old), Document(order.Select(id => id.ToString())))!;
        Assert.All(found, difference => Assert.Equal(DifferenceKind.Moved, difference.Kind));
        Assert.Equal(moved, found.Count);
    }

    private static bool IsAround(string? place, string at) =>
        place is not null && (place == at || at.StartsWith(place + "/", StringComparison.Ordinal));

    private static JsonNode Other(JsonNode leaf) => leaf.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.String => leaf.GetValue<string>() + "x",
        System.Text.Json.JsonValueKind.Number => leaf.GetValue<long>() + 1,
        System.Text.Json.JsonValueKind.True => false,
        _ => true,
    };

    private static IEnumerable<(string At, JsonNode Leaf)> Leaves(JsonNode root) => Nodes(root, "").Where(node => node.Node is JsonValue);

    private static IEnumerable<(string At, JsonNode Node)> Nodes(JsonNode node, string at) => new[] { (at, node) }.Concat(node switch
    {
        JsonArray list => list.SelectMany((item, index) => Nodes(item!, Pointer.To(at, index))),
        JsonObject members => members.SelectMany(member => Nodes(member.Value!, Pointer.To(at, member.Key))),
        _ => [],
    });
}
