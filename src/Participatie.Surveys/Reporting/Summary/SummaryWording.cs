using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Results;

namespace Participatie.Surveys.Reporting.Summary;

/// <summary>The words of a summary in one variety of Dutch, made into blocks.</summary>
internal sealed class SummaryWording(string language)
{
    public string Language => language;

    public InterfaceWords Words { get; } = InterfaceWords.For(language, Audience.Summary);

    public Passage Say(string key, params ReadOnlySpan<object?> values) =>
        new(values.IsEmpty ? Words[key] : Words.Format(key, values), language);

    public Passage Plain(string text) => new(text, language);

    public Passage Of(Text text) => text.In(language);

    public string Day(DateOnly day) => Words.Day(day);

    public string Said(Minority minority, ResultWording wording) => Words.Count(
        "summary.minority." + minority.Key,
        minority.Count,
        minority.Figure,
        minority.Choice is { } choice ? wording.Quote(choice) : "");

    public SummaryHeading Heading(int level, string id, string key, params ReadOnlySpan<object?> values) =>
        new(level, id, [Say(key, values)]);

    public SummaryParagraph Paragraph(string key, params ReadOnlySpan<object?> values) => new([Say(key, values)]);

    /// <summary>What somebody wrote, a paragraph for each line.</summary>
    public static IEnumerable<SummaryParagraph> Lines(Passage written) =>
        written.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => new SummaryParagraph([written with { Text = line }]));

    public static SummaryItem Item(params IReadOnlyList<Passage> words) => new([], words);

    /// <summary>A list, or nothing when there is nothing in it.</summary>
    public static IEnumerable<SummaryBlock> List(IReadOnlyList<SummaryItem> items, bool isNumbered = false) =>
        items.Count == 0 ? [] : [new SummaryList(items, isNumbered)];
}
