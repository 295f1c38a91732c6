using System.Globalization;
using System.Text;
using System.Xml;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Reporting.Export.Columns;

namespace Participatie.Surveys.Reporting.Export.Packing;

/// <summary>
/// The codebook as DDI-Codebook 2.5 (DDI Alliance, namespace <c>ddi:codebook:2_5</c>), which archives and statistics programs read. Elements
/// stand in the order of the standard. A variable has the words of the newest version that asks it; other words are in its notes.
/// </summary>
internal static class DdiCodebook
{
    public const string Namespace = "ddi:codebook:2_5";

    private static readonly XmlWriterSettings Layout = new() { Indent = true, Encoding = new UTF8Encoding(false), NewLineChars = "\n" };

    /// <param name="source">Of the export.</param>
    /// <param name="file">The file with a row for each response.</param>
    /// <param name="rows">How many there are.</param>
    public static byte[] Of(ExportSource source, string file, long rows)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Layout))
        {
            xml.WriteStartElement("codeBook", Namespace);
            xml.WriteAttributeString("version", "2.5");
            xml.WriteAttributeString("xml", "lang", ns: null, "nl");
            Document(xml, source);
            Study(xml, source);
            File(xml, source, file, rows);
            xml.WriteStartElement("dataDscr", Namespace);
            foreach (var (column, explained) in source.Plan.Columns.Zip(source.Codebook.Columns))
            {
                Variable(xml, column, explained);
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Document(XmlWriter xml, ExportSource source)
    {
        xml.WriteStartElement("docDscr", Namespace);
        Citation(xml, source, $"Codeboek: {source.Codebook.Title}", producer: "Participatie");
        xml.WriteEndElement();
    }

    private static void Study(XmlWriter xml, ExportSource source)
    {
        var charter = source.Versions[^1].Definition.Charter;
        xml.WriteStartElement("stdyDscr", Namespace);
        Citation(xml, source, source.Codebook.Title, producer: null);
        xml.WriteStartElement("stdyInfo", Namespace);
        Text(xml, "abstract", charter.Why.Dutch);
        xml.WriteStartElement("sumDscr", Namespace);
        Day(xml, "start", Amsterdam.DayOf(source.Versions[0].PublishedAt));
        Day(xml, "end", charter.ClosesOn);
        xml.WriteStartElement("nation", Namespace);
        xml.WriteAttributeString("abbr", "NL");
        xml.WriteString("Nederland");
        xml.WriteEndElement();
        Text(xml, "anlyUnit", "Wat iemand voor zichzelf of namens een organisatie instuurde");
        Text(xml, "universe", $"Ingestuurd en niet ingetrokken. Gekozen: {source.Request.Filters}.");
        Text(xml, "dataKind", "survey");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Day(XmlWriter xml, string name, DateOnly day)
    {
        xml.WriteStartElement("collDate", Namespace);
        xml.WriteAttributeString("event", name);
        var said = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        xml.WriteAttributeString("date", said);
        xml.WriteString(said);
        xml.WriteEndElement();
    }

    private static void Citation(XmlWriter xml, ExportSource source, string title, string? producer)
    {
        xml.WriteStartElement("citation", Namespace);
        xml.WriteStartElement("titlStmt", Namespace);
        Text(xml, "titl", title);
        Text(xml, "IDNo", source.Codebook.Consultation);
        xml.WriteEndElement();
        xml.WriteStartElement("prodStmt", Namespace);
        if (producer is not null)
        {
            Text(xml, "producer", producer);
        }

        xml.WriteStartElement("prodDate", Namespace);
        var made = Amsterdam.DayOf(source.Made).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        xml.WriteAttributeString("date", made);
        xml.WriteString(made);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void File(XmlWriter xml, ExportSource source, string file, long rows)
    {
        xml.WriteStartElement("fileDscr", Namespace);
        xml.WriteAttributeString("ID", "F1");
        xml.WriteStartElement("fileTxt", Namespace);
        Text(xml, "fileName", file);
        xml.WriteStartElement("dimensns", Namespace);
        Text(xml, "caseQnty", rows.ToString(CultureInfo.InvariantCulture));
        Text(xml, "varQnty", source.Plan.Columns.Count.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        Text(xml, "fileType", "text/csv");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Variable(XmlWriter xml, ExportColumn column, CodebookColumn explained)
    {
        var newest = explained.Versions.LastOrDefault(version => version.IsAsked) ?? explained.Versions[^1];
        var isNumber = column.Type is ColumnType.Code or ColumnType.Whole or ColumnType.Fractional;
        xml.WriteStartElement("var", Namespace);
        xml.WriteAttributeString("ID", $"V_{column.Name}");
        xml.WriteAttributeString("name", column.Name);
        xml.WriteAttributeString("files", "F1");
        xml.WriteAttributeString("intrvl", column.Type is ColumnType.Whole or ColumnType.Fractional ? "contin" : "discrete");
        Text(xml, "labl", newest.Text);
        if (column.Group is not null)
        {
            xml.WriteStartElement("qstn", Namespace);
            xml.WriteAttributeString("ID", $"Q_{column.Name}");
            Text(xml, "qstnLit", newest.Text);
            xml.WriteEndElement();
        }

        foreach (var value in explained.Versions.SelectMany(version => version.Values).GroupBy(value => (value.Value, value.IsMissing)))
        {
            xml.WriteStartElement("catgry", Namespace);
            xml.WriteAttributeString("missing", value.Key.IsMissing ? "Y" : "N");
            Text(xml, "catValu", value.Key.Value);
            Text(xml, "labl", value.Last().Meaning);
            xml.WriteEndElement();
        }

        if (column.Group is { } asked)
        {
            Text(xml, "concept", $"{asked.Question} ({asked.Kind})");
        }

        xml.WriteStartElement("varFormat", Namespace);
        xml.WriteAttributeString("type", isNumber ? "numeric" : "character");
        xml.WriteEndElement();
        foreach (var other in explained.Versions.Where(version => version.IsAsked && version.Text != newest.Text))
        {
            Text(xml, "notes", $"In versie {other.Version}: {other.Text}");
        }

        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, Allowed(text));

    /// <summary>XML refuses most control characters.</summary>
    private static string Allowed(string text) => string.Concat(text.EnumerateRunes().Where(
        rune => rune.Value is 0x9 or 0xA or 0xD or (>= 0x20 and not 0xFFFE and not 0xFFFF)).Select(rune => rune.ToString()));
}
