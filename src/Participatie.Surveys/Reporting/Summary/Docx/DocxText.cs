using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Participatie.Surveys.Language;
using Languages = Participatie.Surveys.Language.Languages;
using RunLanguages = DocumentFormat.OpenXml.Wordprocessing.Languages;
using RunText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Participatie.Surveys.Reporting.Summary.Docx;

/// <summary>Words in a DOCX file: each run with its language and direction, and nothing in it that XML does not allow.</summary>
internal static class DocxText
{
    public static Paragraph Paragraph(string style, IReadOnlyList<Passage> passages) => new(
    [
        Properties(style, passages), .. Runs(passages, isStrong: style == "Strong"),
    ]);

    public static Paragraph Item(SummaryItem item, bool isNumbered)
    {
        var properties = Properties("Normal", [.. item.Lead, .. item.Words]);
        properties.InsertAt(
            new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = DocxStyles.ListOf(isNumbered) }), 1);
        return new Paragraph(
        [
            properties,
            .. Runs(item.Lead, isStrong: true),
            .. item.Lead.Count > 0 ? [new Run(new Break())] : Array.Empty<OpenXmlElement>(),
            .. Runs(item.Words),
        ]);
    }

    /// <summary>One after another, with a space between.</summary>
    public static IEnumerable<Run> Runs(IReadOnlyList<Passage> passages, bool isStrong = false) =>
        passages.Index().Select(passage => Run(
            passage.Item with { Text = (passage.Index > 0 ? " " : "") + passage.Item.Text }, isStrong));

    /// <summary>As Word names it: easy Dutch is Dutch, and what has no region of its own keeps its tag.</summary>
    public static string TagOf(string language) => language is Languages.Dutch or Languages.EasyDutch ? "nl-NL" : language;

    /// <summary>
    /// Without what XML 1.0 forbids and what turns the direction of all that follows: halves of a pair, control characters, overrides.
    /// </summary>
    public static string Harmless(string text)
    {
        if (HiddenCharacters.FirstIn(text) is null)
            return text;
        var harmless = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogatePair(text, at))
                harmless.Append(text, at++, 2);
            else if (text[at] == '\t')
                harmless.Append(' ');
            else if (HiddenCharacters.FirstIn(text[at].ToString()) is null)
                harmless.Append(text[at]);
        }

        return harmless.ToString();
    }

    private static Run Run(Passage passage, bool isStrong)
    {
        var (tag, isRightToLeft) = (TagOf(passage.Language), IsRightToLeft(passage));
        var properties = new RunProperties();
        if (isStrong)
            properties.Append(new Bold(), new BoldComplexScript());
        if (isRightToLeft)
            properties.Append(new RightToLeftText());
        properties.Append(isRightToLeft ? new RunLanguages { Bidi = tag } : new RunLanguages { Val = tag });
        return new Run(properties, new RunText(Harmless(passage.Text)) { Space = SpaceProcessingModeValues.Preserve });
    }

    private static ParagraphProperties Properties(string style, IReadOnlyList<Passage> passages)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = style == "Strong" ? "Normal" : style });
        if (passages.Count > 0 && passages.All(IsRightToLeft))
            properties.Append(new BiDi());
        return properties;
    }

    private static bool IsRightToLeft(Passage passage) => LanguageCulture.Of(passage.Language).TextInfo.IsRightToLeft;
}
