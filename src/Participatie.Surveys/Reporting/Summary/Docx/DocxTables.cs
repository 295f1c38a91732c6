using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Reporting.Summary.Docx;

/// <summary>Tables of figures, and bars made of shaded cells: a picture that needs no picture file and prints in any size.</summary>
internal static class DocxTables
{
    // Of A4 less its margins, in twentieths of a point.
    private const int Whole = 9638;
    private const int BarLabel = 3638;
    private const int Steps = 50;
    private const string BarColour = "1F5C99";

    // A table of no more rows stands on one page.
    private const int KeptTogether = 15;

    // A table of more columns than this has a label no wider than the others.
    private const int FewColumns = 3;

    public static IEnumerable<OpenXmlElement> Of(SummaryTable table, string language)
    {
        yield return Before(table.Sentence, language);
        var (columns, count) = (table.Table.Columns, table.Table.Columns.Count);
        var label = count <= FewColumns ? Whole / 2 : Whole / count;
        List<int> widths = [label, .. Enumerable.Repeat((Whole - label) / Math.Max(1, count - 1), count - 1)];
        yield return new Table(
        [
            Properties(table.Sentence, table.Sentence, hasBorders: true),
            new TableGrid(widths.Select(width => new GridColumn { Width = Said(width) })),
            new TableRow(
            [
                new TableRowProperties(new CantSplit(), new TableHeader()),
                .. columns.Select((column, at) => Cell(widths[at], [new Passage(column, language)], isStrong: true, staysWithNext: true)),
            ]),
            .. table.Table.Rows.Select((row, at) => new TableRow(
            [
                new TableRowProperties(new CantSplit()),
                Cell(widths[0], [row.Label], staysWithNext: table.Table.Rows.Count <= KeptTogether && at < table.Table.Rows.Count - 1),
                .. row.Cells.Select((cell, at) => Cell(widths[at + 1], [new Passage(cell.Words, language)])),
            ])),
        ]);
        // Two tables without anything between them are one.
        yield return new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Small" }));
    }

    public static IEnumerable<OpenXmlElement> Of(SummaryPicture picture)
    {
        const int Step = (Whole - BarLabel) / Steps;
        yield return new Table(
        [
            Properties(picture.Description, picture.Description, hasBorders: false),
            new TableGrid([
                new GridColumn { Width = Said(BarLabel) },
                .. Enumerable.Range(0, Steps).Select(_ => new GridColumn { Width = Said(Step) }),
            ]),
            .. picture.Bars.Select((bar, at) => Row(bar, Step, isLast: at == picture.Bars.Count - 1)),
        ]);
        yield return new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Small" }));
    }

    private static TableRow Row(SummaryBar bar, int step, bool isLast)
    {
        var filled = Math.Clamp((int)Math.Round(bar.Length * Steps), 0, Steps);
        var row = new TableRow(new TableRowProperties(new CantSplit()), Cell(BarLabel, [bar.Label], staysWithNext: !isLast));
        if (filled > 0)
            row.Append(Shaded(filled, step, BarColour));
        if (filled < Steps)
            row.Append(Shaded(Steps - filled, step, fill: null));
        return row;
    }

    private static TableCell Shaded(int steps, int step, string? fill)
    {
        var properties = new TableCellProperties(
            new TableCellWidth { Width = Said(steps * step), Type = TableWidthUnitValues.Dxa }, new GridSpan { Val = steps });
        if (fill is not null)
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = fill });
        return new TableCell(properties, new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Cell" })));
    }

    private static TableCell Cell(int width, IReadOnlyList<Passage> words, bool isStrong = false, bool staysWithNext = false)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = "Cell" });
        if (staysWithNext)
            properties.Append(new KeepNext());
        return new TableCell(
            new TableCellProperties(new TableCellWidth { Width = Said(width), Type = TableWidthUnitValues.Dxa }),
            new Paragraph([properties, .. DocxText.Runs(words, isStrong)]));
    }

    private static TableProperties Properties(string title, string description, bool hasBorders)
    {
        var properties = new TableProperties(new TableWidth { Width = Said(Whole), Type = TableWidthUnitValues.Dxa });
        properties.Append(hasBorders
            ? new TableBorders(
                Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(),
                Line<InsideVerticalBorder>())
            // White between the bars.
            : new TableBorders(new InsideHorizontalBorder { Val = BorderValues.Single, Size = 36, Color = "FFFFFF" }));
        properties.Append(
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableLook { FirstRow = hasBorders, FirstColumn = true, NoHorizontalBand = true, NoVerticalBand = true },
            new TableCaption { Val = DocxText.Harmless(title) },
            new TableDescription { Val = DocxText.Harmless(description) });
        return properties;
    }

    private static T Line<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Color = "7F7F7F" };

    private static Paragraph Before(string sentence, string language)
    {
        var paragraph = DocxText.Paragraph("Normal", [new Passage(sentence, language)]);
        // On the page of the table's first row.
        paragraph.ParagraphProperties!.InsertAt(new KeepNext(), 1);
        return paragraph;
    }

    private static string Said(int width) => width.ToString(CultureInfo.InvariantCulture);
}
