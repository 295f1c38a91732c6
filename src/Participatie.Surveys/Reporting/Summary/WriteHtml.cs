using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Reporting.Summary;

/// <summary>
/// A summary as one HTML file that needs nothing beside it: for whoever has no DOCX program, and for a mail to the Staten. No script, and
/// everything that somebody typed is only words.
/// </summary>
public static class WriteHtml
{
    private const string Style = """
        body { max-width: 44rem; margin: 1rem auto; padding: 0 1rem; font: 1.125rem/1.5 Arial, sans-serif; }
        table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid #767676; padding: 0.25rem 0.5rem; text-align: start; }
        .bars p { margin: 0.25rem 0; } .bars svg { display: block; width: 100%; height: 0.75rem; fill: #1f5c99; background: #eee; }
        .scroll { overflow-x: auto; } blockquote { margin-inline: 2rem; }
        @page { size: A4; margin: 2cm; }
        @media print { .page-end { break-after: page; } tr { break-inside: avoid; } h2, h3, h4 { break-after: avoid; } svg { print-color-adjust: exact; } }
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Default;

    public static string Of(StoredSummary summary)
    {
        var text = summary.Document.Dutch;
        var words = InterfaceWords.For(text.Language, Audience.Summary);
        var html = new StringBuilder();
        html.Append(
            CultureInfo.InvariantCulture,
            $"<!DOCTYPE html>\n<html lang=\"{text.Language}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{Safe(text.Title)}</title>\n"
                + $"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<style>\n{Style}\n</style>\n</head>\n<body>\n<main>\n");
        foreach (var block in text.Blocks)
            Append(html, block, summary, words);
        html.Append(
            CultureInfo.InvariantCulture,
            $"<p>{Safe(words.Format("summary.made", words.Day(Amsterdam.DayOf(summary.Line.MadeAt)), summary.Hash[..12]))}</p>\n</main>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void Append(StringBuilder html, SummaryBlock block, StoredSummary summary, InterfaceWords words)
    {
        switch (block)
        {
            case SummaryHeading heading:
                html.Append(
                    CultureInfo.InvariantCulture, $"<h{heading.Level} id=\"{Safe(heading.Id)}\">{Said(heading.Words)}</h{heading.Level}>\n");
                break;
            case SummaryParagraph paragraph:
                html.Append(paragraph.IsStrong ? $"<p><strong>{Said(paragraph.Words)}</strong></p>\n" : $"<p>{Said(paragraph.Words)}</p>\n");
                break;
            case SummaryList list:
                var name = list.IsNumbered ? "ol" : "ul";
                html.Append(CultureInfo.InvariantCulture, $"<{name}>\n");
                foreach (var item in list.Items)
                    html.Append("<li>").Append(item.Lead.Count > 0 ? $"<strong>{Said(item.Lead)}</strong><br>" : "").Append(Said(item.Words)).Append("</li>\n");
                html.Append(CultureInfo.InvariantCulture, $"</{name}>\n");
                break;
            case SummaryPicture picture:
                html.Append(CultureInfo.InvariantCulture, $"<div class=\"bars\" role=\"img\" aria-label=\"{Safe(picture.Description)}\">\n");
                foreach (var bar in picture.Bars)
                    html.Append(
                        CultureInfo.InvariantCulture,
                        $"<p>{Said([bar.Label])}: {Safe(bar.Words)}<svg><rect width=\"{100 * bar.Length:0}%\" height=\"100%\"/></svg></p>\n");
                html.Append("</div>\n");
                break;
            case SummaryTable table:
                Append(html, table);
                break;
            case SummaryAnswers answers:
                var written = summary.Of(answers);
                html.Append(CultureInfo.InvariantCulture, $"<p>{Safe(answers.Lead)}</p>\n");
                foreach (var answer in written)
                    html.Append(
                        CultureInfo.InvariantCulture,
                        $"<blockquote lang=\"{Safe(answer.Language)}\" dir=\"auto\">{Safe(answer.Text).Replace("&#xA;", "<br>", StringComparison.Ordinal)}</blockquote>\n");
                if (answers.Responses.Count - written.Count is var gone and > 0)
                    html.Append(CultureInfo.InvariantCulture, $"<p>{Safe(words.Count("summary.released.gone", gone, words.Number(gone)))}</p>\n");
                break;
            default:
                html.Append("<div class=\"page-end\"></div>\n");
                break;
        }
    }

    private static void Append(StringBuilder html, SummaryTable table)
    {
        html.Append(
            CultureInfo.InvariantCulture,
            $"<p>{Safe(table.Sentence)}</p>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"{Safe(table.Heading)}\"><table aria-labelledby=\"{Safe(table.Heading)}\">\n<thead><tr>");
        foreach (var column in table.Table.Columns)
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{Safe(column)}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Table.Rows)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Said([row.Label])}</th>");
            foreach (var cell in row.Cells)
                html.Append(CultureInfo.InvariantCulture, $"<td>{Safe(cell.Words)}</td>");
            html.Append("</tr>\n");
        }

        html.Append("</tbody></table></div>\n");
    }

    private static string Said(IReadOnlyList<Passage> passages) => string.Join(' ', passages.Select(passage =>
        passage.Language is Languages.Dutch or Languages.EasyDutch
            ? Safe(passage.Text)
            : $"<span lang=\"{Safe(passage.Language)}\" dir=\"{(LanguageCulture.Of(passage.Language).TextInfo.IsRightToLeft ? "rtl" : "ltr")}\">{Safe(passage.Text)}</span>"));

    private static string Safe(string text) => Encoder.Encode(text);
}
