using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Participatie.Surveys.Reporting.Summary.Docx;

/// <summary>The styles of a DOCX file, named as Word and LibreOffice know them: their headings are headings to a screen reader.</summary>
internal static class DocxStyles
{
    private const int Bullets = 1;
    private const int Numbers = 2;

    // Half points.
    private static readonly int[] HeadingSizes = [32, 28, 26, 24];

    public static string Heading(int level) => string.Create(CultureInfo.InvariantCulture, $"Heading{level}");

    public static int ListOf(bool isNumbered) => isNumbered ? Numbers : Bullets;

    public static Styles Of(string language) => new(
    [
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Arial", HighAnsi = "Arial", ComplexScript = "Arial" },
                new FontSize { Val = "24" },
                new FontSizeComplexScript { Val = "24" },
                new Languages { Val = language, EastAsia = language, Bidi = "ar-SA" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                new SpacingBetweenLines { After = "80", Line = "264", LineRule = LineSpacingRuleValues.Auto }))),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle())
        {
            Type = StyleValues.Paragraph, StyleId = "Normal", Default = true,
        },
        .. HeadingSizes.Index().Select(heading => HeadingStyle(heading.Index + 1, heading.Item)),
        Based("Quote", "Quote", new Indentation { Left = "567", Right = "567" }),
        Based("Small", "Small", null, new FontSize { Val = "20" }, new FontSizeComplexScript { Val = "20" }),
        Based("Cell", "Cell", new SpacingBetweenLines { Before = "40", After = "40", Line = "252", LineRule = LineSpacingRuleValues.Auto }),
        Based("Footer", "footer", new Justification { Val = JustificationValues.Center }, new FontSize { Val = "20" }),
        new Style(
            new StyleName { Val = "Normal Table" },
            new UIPriority { Val = 99 },
            new SemiHidden(),
            new UnhideWhenUsed(),
            new StyleTableProperties(new TableCellMarginDefault(
                new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa },
                new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa })))
        {
            Type = StyleValues.Table,
            StyleId = "TableNormal",
            Default = true,
        },
    ]);

    /// <summary>One with bullets and one with numbers; a summary has one numbered list.</summary>
    public static Numbering Lists() => new(
        Abstract(Bullets, NumberFormatValues.Bullet, "•"),
        Abstract(Numbers, NumberFormatValues.Decimal, "%1."),
        new NumberingInstance(new AbstractNumId { Val = Bullets }) { NumberID = Bullets },
        new NumberingInstance(new AbstractNumId { Val = Numbers }) { NumberID = Numbers });

    private static Style HeadingStyle(int level, int size) => new(
        new StyleName { Val = string.Create(CultureInfo.InvariantCulture, $"heading {level}") },
        new BasedOn { Val = "Normal" },
        new NextParagraphStyle { Val = "Normal" },
        new PrimaryStyle(),
        new StyleParagraphProperties(
            new KeepNext(),
            new KeepLines(),
            new SpacingBetweenLines { Before = level == 1 ? "0" : "200", After = "80" },
            new OutlineLevel { Val = level - 1 }),
        new StyleRunProperties(
            new Bold(),
            new BoldComplexScript(),
            new FontSize { Val = size.ToString(CultureInfo.InvariantCulture) },
            new FontSizeComplexScript { Val = size.ToString(CultureInfo.InvariantCulture) }))
    {
        Type = StyleValues.Paragraph,
        StyleId = Heading(level),
    };

    private static Style Based(string id, string name, OpenXmlElement? paragraph, params OpenXmlElement[] run)
    {
        var style = new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new PrimaryStyle())
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
        };
        if (paragraph is not null)
            style.Append(new StyleParagraphProperties(paragraph));
        if (run.Length > 0)
            style.Append(new StyleRunProperties(run));
        return style;
    }

    private static AbstractNum Abstract(int id, NumberFormatValues format, string text) => new(
        new MultiLevelType { Val = MultiLevelValues.SingleLevel },
        new Level(
            new StartNumberingValue { Val = 1 },
            new NumberingFormat { Val = format },
            new LevelText { Val = text },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = "454", Hanging = "454" }))
        {
            LevelIndex = 0,
        })
    {
        AbstractNumberId = id,
    };
}
