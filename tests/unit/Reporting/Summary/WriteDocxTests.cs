using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Summary;
using Participatie.Surveys.Reporting.Summary.Docx;
using Participatie.Web.Hosting;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace Participatie.Tests.Reporting.Summary;

/// <summary>The file opens everywhere and says to a screen reader what it shows.</summary>
public sealed class WriteDocxTests
{
    public static TheoryData<string, bool> Samples => ComposeSummaryTests.Samples;

    [Theory]
    [MemberData(nameof(Samples))]
    public void It_is_valid(string slug, bool closed) =>
        Valid(WriteDocx.Of(GivenSummary.Stored(GivenSummary.Input(SampleFiles.Read().Single(one => one.Slug == slug), closed: closed))));

    [Fact]
    public void It_has_headings_header_rows_other_words_for_bars_and_its_language()
    {
        var stored = GivenSummary.Stored(GivenSummary.Input(GivenConsultation.WithEveryKind().Build()));
        using var file = Open(WriteDocx.Of(stored));
        var body = file.MainDocumentPart!.Document!.Body!;
        Assert.Equal((stored.Document.Dutch.Title, "nl-NL"), (file.PackageProperties.Title, file.PackageProperties.Language));
        Assert.Equal(
            stored.Document.Dutch.Blocks.OfType<SummaryHeading>().Select(heading => $"Heading{heading.Level}"),
            body.Descendants<ParagraphStyleId>().Select(style => style.Val!.Value!)
                .Where(style => style.StartsWith("Heading", StringComparison.Ordinal)));

        var tables = body.Elements<Table>().ToList();
        Assert.Equal(
            (stored.Document.Dutch.Blocks.OfType<SummaryTable>().Count(), stored.Document.Dutch.Blocks.OfType<SummaryPicture>().Count()),
            (tables.Count(HasHeader), tables.Count(table => table.Descendants<Shading>().Any())));
        Assert.All(tables, table => Assert.NotEmpty(table.Descendants<TableDescription>().Single().Val!.Value!));
        // A sentence before each.
        Assert.All(tables.Where(HasHeader), table => Assert.NotEmpty(table.PreviousSibling<Paragraph>()!.InnerText));
        Assert.All(body.Descendants<Run>().Where(run => run.InnerText.Length > 0), run => Assert.NotNull(run.RunProperties?.Languages));
        var page = body.Elements<SectionProperties>().Single();
        Assert.Equal((11906u, 16838u), (page.GetFirstChild<PageSize>()!.Width!.Value, page.GetFirstChild<PageSize>()!.Height!.Value));
        var number = file.MainDocumentPart.FooterParts.Single().Footer!.Descendants<SimpleField>().Single();
        Assert.Equal("PAGE", number.Instruction!.Value);
        Assert.Empty(file.MainDocumentPart.ExternalRelationships);
        Assert.Null(file.MainDocumentPart.VbaProjectPart);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("=HYPERLINK(\"http://kwaad\")")]
    [InlineData("half \ud800 paar \udc00 en \u0000 nul \u000b en \uffff")]
    [InlineData("\u202Egnirts\u202C en \u2066 meer")]
    [InlineData("👩‍👩‍👧 en é en ]]>")]
    public void Whatever_somebody_typed_is_only_words(string typed)
    {
        var input = GivenSummary.Input(GivenConsultation.WithEveryKind().Build(), written: typed);
        var whole = input.Decisions[""];
        var decisions = input.Decisions.ToDictionary(StringComparer.Ordinal);
        var text = whole.Latest.Text with { Heard = typed, DecidedBy = typed };
        decisions[""] = whole with { Revisions = [whole.Latest with { Text = text }] };
        var bytes = WriteDocx.Of(GivenSummary.Stored(input with { Decisions = decisions }));
        Valid(bytes);
        using var file = Open(bytes);
        var words = file.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.DoesNotContain(words, character => character is '\u202E' or '\u2066' or '\uffff' || char.IsControl(character));
        if (typed[0] is '<' or '=')
            Assert.Contains(typed, words, StringComparison.Ordinal);
        Assert.Empty(file.MainDocumentPart.HyperlinkRelationships);

        var html = WriteHtml.Of(GivenSummary.Stored(input with { Decisions = decisions }));
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_characters_and_Arabic_stand_there_in_their_direction()
    {
        var input = GivenSummary.Input(GivenConsultation.WithEveryKind().Build(), written: new string('x', 10_000));
        input = input with
        {
            Released =
            [
                .. input.Released, input.Released[0] with { Text = new Passage("مرحبا WiFi", "ar"), Response = new string('b', 32) },
            ],
        };
        var bytes = WriteDocx.Of(GivenSummary.Stored(input));
        Valid(bytes);
        using var file = Open(bytes);
        var body = file.MainDocumentPart!.Document!.Body!;
        Assert.Contains(new string('x', 10_000), body.InnerText, StringComparison.Ordinal);
        var run = Assert.Single(body.Descendants<Run>(), run => run.InnerText.Contains("WiFi", StringComparison.Ordinal));
        Assert.Equal("ar", run.RunProperties!.Languages!.Bidi!.Value);
        Assert.NotNull(run.RunProperties.RightToLeftText);
        Assert.NotNull(((Paragraph)run.Parent!).ParagraphProperties!.BiDi);
    }

    [Fact]
    public async Task LibreOffice_opens_it_and_makes_a_tagged_PDF_of_it()
    {
        if (!LibreOffice.IsTested)
            return;
        var stored = GivenSummary.Stored(GivenSummary.Input(SampleFiles.Read().Single(one => one.Slug == "themas")));
        var structure = await LibreOffice.OpenAsync(WriteDocx.Of(stored), TestContext.Current.CancellationToken);
        Assert.True(structure.IsTagged);
        Assert.Equal("nl-NL", structure.Language);
        var headings = stored.Document.Dutch.Blocks.OfType<SummaryHeading>().ToList();
        Assert.All(Enumerable.Range(1, 3), level => Assert.Equal(headings.Count(one => one.Level == level), structure.Count($"H{level}")));
        Assert.Equal(
            stored.Document.Dutch.Blocks.OfType<SummaryTable>().Sum(table => table.Table.Columns.Count), structure.Count("TH"));
        Assert.InRange(structure.Pages, 5, 40);
    }

    private static bool HasHeader(Table table) => table.Descendants<TableHeader>().Any();

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static void Valid(byte[] bytes)
    {
        using var file = Open(bytes);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }
}
