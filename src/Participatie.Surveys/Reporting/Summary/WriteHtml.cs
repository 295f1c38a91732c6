using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Reporting.Summary;

/// <summary>
/// A summary as one HTML file that needs nothing beside it: for whoever has no DOCX program, and for a mail to the Staten. No script, and
/// everything that somebody typed is only words.
/// </summary>
public sealed class WriteHtml
{
    private const string Style = """
        body { max-width: 44rem; margin: 1rem auto; padding: 0 1rem; font: 1.125rem/1.5 Arial, sans-serif; }
        table { border-collapse: collapse; width: 100%; }
        th, td { border: 1px solid #767676; padding: 0.25rem 0.5rem; text-align: start; }
        .bars p { margin: 0.25rem 0; }
        .bars svg { display: block; width: 100%; height: 0.75rem; fill: #1f5c99; background: #eee; }
        .scroll { overflow-x: auto; }
        blockquote { margin-inline: 2rem; }
        @page { size: A4; margin: 2cm; }
        @media print {
          .page-end { break-after: page; }
          tr, .bars { break-inside: avoid; }
          h2, h3, h4 { break-after: avoid; }
          svg { print-color-adjust: exact; }
        }
        """;

    private readonly StoredSummary _summary;
    private readonly InterfaceWords _words;
    private readonly StringBuilder _html = new();

    private WriteHtml(StoredSummary summary) =>
        (_summary, _words) = (summary, InterfaceWords.For(summary.Document.Dutch.Language, Audience.Summary));

    public static string Of(StoredSummary summary) => new WriteHtml(summary).Write();

    private string Write()
    {
        var text = _summary.Document.Dutch;
        Add($"<!DOCTYPE html>\n<html lang=\"{text.Language}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{Safe(text.Title)}</title>\n");
        Add($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        Add($"<style>\n{Style}\n</style>\n</head>\n<body><main>\n");
        foreach (var block in text.Blocks)
            Add(block);
        Add($"<p>{Safe(_summary.MadeIn(_words))}</p>\n</main></body>\n</html>\n");
        return _html.ToString();
    }

    private void Add(SummaryBlock block)
    {
        switch (block)
        {
            case SummaryHeading heading:
                Add($"<h{heading.Level} id=\"{Safe(heading.Id)}\">{Said(heading.Words)}</h{heading.Level}>\n");
                break;
            case SummaryParagraph { IsStrong: true } paragraph:
                Add($"<p><strong>{Said(paragraph.Words)}</strong></p>\n");
                break;
            case SummaryParagraph paragraph:
                Add($"<p>{Said(paragraph.Words)}</p>\n");
                break;
            case SummaryList list:
                Add(list);
                break;
            case SummaryPicture picture:
                Add(picture);
                break;
            case SummaryTable table:
                Add(table);
                break;
            case SummaryAnswers answers:
                Add(answers);
                break;
            default:
                Add($"<div class=\"page-end\"></div>\n");
                break;
        }
    }

    private void Add(SummaryList list)
    {
        var name = list.IsNumbered ? "ol" : "ul";
        Add($"<{name}>\n");
        foreach (var item in list.Items)
            Add($"<li>{(item.Lead.Count > 0 ? $"<strong>{Said(item.Lead)}</strong><br>" : "")}{Said(item.Words)}</li>\n");
        Add($"</{name}>\n");
    }

    private void Add(SummaryPicture picture)
    {
        Add($"<div class=\"bars\" role=\"img\" aria-label=\"{Safe(picture.Description)}\">\n");
        foreach (var bar in picture.Bars)
        {
            Add($"<p>{Said([bar.Label])}: {Safe(bar.Words)}");
            Add($"<svg><rect width=\"{100 * bar.Length:0}%\" height=\"100%\"/></svg></p>\n");
        }

        Add($"</div>\n");
    }

    private void Add(SummaryTable table)
    {
        var heading = Safe(table.Heading);
        Add($"<p>{Safe(table.Sentence)}</p>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"{heading}\">\n");
        Add($"<table aria-labelledby=\"{heading}\">\n<thead><tr>");
        foreach (var column in table.Table.Columns)
            Add($"<th scope=\"col\">{Safe(column)}</th>");
        Add($"</tr></thead>\n<tbody>\n");
        foreach (var row in table.Table.Rows)
        {
            Add($"<tr><th scope=\"row\">{Said([row.Label])}</th>");
            foreach (var cell in row.Cells)
                Add($"<td>{Safe(cell.Words)}</td>");
            Add($"</tr>\n");
        }

        Add($"</tbody></table></div>\n");
    }

    private void Add(SummaryAnswers answers)
    {
        var written = _summary.Of(answers);
        Add($"<p>{Safe(answers.Lead)}</p>\n");
        foreach (var answer in written)
        {
            var lines = string.Join("<br>", answer.Text.Split('\n').Select(Safe));
            Add($"<blockquote lang=\"{Safe(answer.Language)}\" dir=\"auto\">{lines}</blockquote>\n");
        }

        if (answers.Responses.Count - written.Count is var gone and > 0)
            Add($"<p>{Safe(_words.Count("summary.released.gone", gone, _words.Number(gone)))}</p>\n");
    }

    private void Add(FormattableString html) => _html.Append(html.ToString(CultureInfo.InvariantCulture));

    private static string Said(IReadOnlyList<Passage> passages) => string.Join(' ', passages.Select(Said));

    private static string Said(Passage passage) => passage.Language is Languages.Dutch or Languages.EasyDutch
        ? Safe(passage.Text)
        : $"<span lang=\"{Safe(passage.Language)}\" dir=\"{InterfaceWords.For(passage.Language).Direction}\">{Safe(passage.Text)}</span>";

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}
