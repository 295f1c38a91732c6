using Participatie.Surveys.Definition.Json;

namespace Participatie.Tests.Definition;

public sealed class DocumentLinesTests
{
    private const string Document =
        """
        {
          "slug": "proef",
          "questions": [
            { "id": "een",
              "text": {
                "nl": "Eén" } },
            { "id": "twee" }
          ],
          "a/b": 1
        }
        """;

    [Theory]
    [InlineData("", 1)]
    [InlineData("/slug", 2)]
    [InlineData("/questions", 3)]
    [InlineData("/questions/0/id", 4)]
    [InlineData("/questions/0/text/nl", 6)]
    [InlineData("/questions/1", 7)]
    [InlineData("/a~1b", 9)]
    [InlineData("/questions/0/text/en", 5)]
    [InlineData("/charter/why", 1)]
    public void Knows_the_line_of_each_place_and_of_an_absent_one_where_it_should_stand(string at, int line) =>
        Assert.Equal(line, DocumentLines.Of(Document, [at])[at]);

    [Fact]
    public void Reads_as_far_as_the_text_is_JSON()
    {
        var lines = DocumentLines.Of(Document.Replace("\"twee\"", "twee", StringComparison.Ordinal), ["/questions/0/id", "/a~1b"]);
        Assert.Equal(4, lines["/questions/0/id"]);
        // Nobody got that far: it is somewhere in the document.
        Assert.Equal(1, lines["/a~1b"]);
        Assert.Empty(DocumentLines.Of("geen JSON", ["/slug"]));
    }
}
