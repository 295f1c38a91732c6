using System.Text.Json.Serialization;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Results;

namespace Participatie.Surveys.Reporting.Summary;

/// <summary>
/// A summary on one frozen count, in words: the page, the DOCX file and the public page are all made of this, so that they say the same
/// for ever. What people wrote stands in it by its response, so that an answer that is taken away is gone from every summary too.
/// </summary>
public sealed record SummaryDocument
{
    /// <summary>Name of the consultation in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>When the figures were published last.</summary>
    public required DateTimeOffset CountedAt { get; init; }

    /// <summary>It holds every answer. Otherwise it is a "tussenstand": the last public look.</summary>
    public required bool IsFinal { get; init; }

    /// <summary>The whole summary, in Dutch.</summary>
    public required SummaryText Dutch { get; init; }

    /// <summary>The same on one page, in easy Dutch.</summary>
    public required SummaryText Easy { get; init; }
}

/// <param name="Language">Of all words that do not say otherwise.</param>
/// <param name="Title">Of the document.</param>
/// <param name="Blocks">In the order in which they are read; the first is the heading of the whole.</param>
public sealed record SummaryText(string Language, string Title, IReadOnlyList<SummaryBlock> Blocks);

/// <summary>A piece of a summary.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(SummaryHeading), "heading")]
[JsonDerivedType(typeof(SummaryParagraph), "paragraph")]
[JsonDerivedType(typeof(SummaryList), "list")]
[JsonDerivedType(typeof(SummaryPicture), "picture")]
[JsonDerivedType(typeof(SummaryTable), "table")]
[JsonDerivedType(typeof(SummaryAnswers), "answers")]
[JsonDerivedType(typeof(SummaryPageEnd), "page-end")]
public abstract record SummaryBlock;

/// <param name="Level">1 for the whole, then without gaps.</param>
/// <param name="Id">Fit for an HTML id, once in a summary.</param>
/// <param name="Words">Parts that may be in several languages.</param>
public sealed record SummaryHeading(int Level, string Id, IReadOnlyList<Passage> Words) : SummaryBlock;

/// <param name="Words">Parts that may be in several languages.</param>
public sealed record SummaryParagraph(IReadOnlyList<Passage> Words) : SummaryBlock
{
    /// <summary>It is what the others hang on.</summary>
    public bool IsStrong { get; init; }
}

/// <param name="Items">At least one.</param>
/// <param name="IsNumbered">Their order says something.</param>
public sealed record SummaryList(IReadOnlyList<SummaryItem> Items, bool IsNumbered = false) : SummaryBlock;

/// <param name="Lead">What it is about; may be empty.</param>
/// <param name="Words">What is said.</param>
public sealed record SummaryItem(IReadOnlyList<Passage> Lead, IReadOnlyList<Passage> Words);

/// <summary>Bars. The table behind it has the same figures, so whoever does not see it misses nothing.</summary>
/// <param name="Description">Says so.</param>
/// <param name="Bars">From top to bottom.</param>
public sealed record SummaryPicture(string Description, IReadOnlyList<SummaryBar> Bars) : SummaryBlock;

/// <param name="Label">What it counts.</param>
/// <param name="Words">The figure.</param>
/// <param name="Length">From 0 to 1.</param>
public sealed record SummaryBar(Passage Label, string Words, double Length);

/// <param name="Sentence">Stands before it.</param>
/// <param name="Heading">Id of the heading that names it.</param>
/// <param name="Table">Its first row says what stands in the columns.</param>
public sealed record SummaryTable(string Sentence, string Heading, ResultTable Table) : SummaryBlock;

/// <summary>What people wrote, by what it stands in: the words are looked up each time it is shown.</summary>
/// <param name="Question">Id of the question.</param>
/// <param name="Responses">Ids in hexadecimal.</param>
/// <param name="Lead">Stands before them.</param>
public sealed record SummaryAnswers(string Question, IReadOnlyList<string> Responses, string Lead) : SummaryBlock;

/// <summary>What follows begins on a new page where there are pages.</summary>
public sealed record SummaryPageEnd : SummaryBlock;
