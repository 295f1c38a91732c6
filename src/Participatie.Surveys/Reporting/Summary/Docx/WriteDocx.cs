using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Participatie.Surveys.Language;
using RunText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Participatie.Surveys.Reporting.Summary.Docx;

/// <summary>
/// A summary as a DOCX file of one's own to put on somebody's desk: A4, real headings, tables with a header row, languages marked. No
/// macros, no pictures and nothing from elsewhere: it opens without a question, also where nobody has a network.
/// </summary>
public static class WriteDocx
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // A4 in twentieths of a point, with a margin of 2 cm at the sides and 1.75 above and below.
    private const uint Width = 11906;
    private const uint Height = 16838;
    private const int Side = 1134;
    private const int Above = 992;

    /// <param name="document">The summary.</param>
    /// <param name="number">Of the summary.</param>
    public static string NameOf(SummaryDocument document, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{document.Slug}-{(document.IsFinal ? "samenvatting" : "tussenstand")}-{number}.docx");

    public static byte[] Of(StoredSummary summary) => Of(
        summary.Document.Dutch,
        summary.Line.MadeAt,
        [
            DocxText.Paragraph(
                "Small",
                [
                    new Passage(
                        summary.MadeIn(InterfaceWords.For(summary.Document.Dutch.Language, Audience.Summary)),
                        summary.Document.Dutch.Language),
                ]),
        ],
        answers => Of(answers, summary));

    /// <summary>Another document of the same blocks, without anything that residents wrote.</summary>
    /// <param name="text">It says itself when it was made.</param>
    /// <param name="madeAt">For the properties of the file.</param>
    public static byte[] Of(SummaryText text, DateTimeOffset madeAt) => Of(
        text, madeAt, [], static answers => throw new InvalidOperationException($"No answers to {answers.Question} here."));

    private static byte[] Of(
        SummaryText text,
        DateTimeOffset madeAt,
        IEnumerable<OpenXmlElement> end,
        Func<SummaryAnswers, IEnumerable<OpenXmlElement>> written)
    {
        using var bytes = new MemoryStream();
        using (var file = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            file.PackageProperties.Title = DocxText.Harmless(text.Title);
            file.PackageProperties.Language = DocxText.TagOf(text.Language);
            file.PackageProperties.Created = madeAt.UtcDateTime;
            file.PackageProperties.Modified = madeAt.UtcDateTime;
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = DocxStyles.Of(DocxText.TagOf(text.Language));
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = DocxStyles.Lists();
            main.AddNewPart<DocumentSettingsPart>().Settings = Settings(text.Language);
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = FooterOf(InterfaceWords.For(text.Language, Audience.Summary));
            main.Document = new Document(new Body(
            [
                .. text.Blocks.SelectMany(block => Of(block, text.Language, written)),
                .. end,
                Page(main.GetIdOfPart(footer)),
            ]));
        }

        return bytes.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Of(
        SummaryBlock block, string language, Func<SummaryAnswers, IEnumerable<OpenXmlElement>> written) => block switch
    {
        SummaryHeading heading => [DocxText.Paragraph(DocxStyles.Heading(heading.Level), heading.Words)],
        SummaryParagraph paragraph => [DocxText.Paragraph(paragraph.IsStrong ? "Strong" : "Normal", paragraph.Words)],
        SummaryList list => list.Items.Select(item => DocxText.Item(item, list.IsNumbered)),
        SummaryPicture picture => DocxTables.Of(picture),
        SummaryTable table => DocxTables.Of(table, language),
        SummaryAnswers answers => written(answers),
        _ => [new Paragraph(new Run(new Break { Type = BreakValues.Page }))],
    };

    private static IEnumerable<OpenXmlElement> Of(SummaryAnswers answers, StoredSummary summary)
    {
        var (language, written) = (summary.Document.Dutch.Language, summary.Of(answers));
        yield return DocxText.Paragraph("Normal", [new Passage(answers.Lead, language)]);
        foreach (var line in written.SelectMany(answer => answer.Text.Split('\n').Select(line => answer with { Text = line })))
            yield return DocxText.Paragraph("Quote", [line]);
        if (answers.Responses.Count - written.Count is var gone and > 0)
        {
            var words = InterfaceWords.For(language, Audience.Summary);
            yield return DocxText.Paragraph(
                "Small", [new Passage(words.Count("summary.released.gone", gone, words.Number(gone)), language)]);
        }
    }

    private static Settings Settings(string language) => new(
        new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15",
        }),
        new ThemeFontLanguages { Val = DocxText.TagOf(language) });

    private static Footer FooterOf(InterfaceWords words) => new(new Paragraph(
        new ParagraphProperties(new ParagraphStyleId { Val = "Footer" }),
        new Run(new RunText(words["summary.page"] + " ") { Space = SpaceProcessingModeValues.Preserve }),
        new SimpleField(new Run(new RunText("1"))) { Instruction = "PAGE" }));

    private static SectionProperties Page(string footer) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
        new PageSize { Width = Width, Height = Height },
        new PageMargin { Top = Above, Right = Side, Bottom = Above, Left = Side, Header = 454, Footer = 454, Gutter = 0 });
}
