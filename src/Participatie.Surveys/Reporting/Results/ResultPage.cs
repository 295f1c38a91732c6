using Participatie.Surveys.Analysis;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Reporting.Results;

/// <summary>Everything that one result page says, in one language, ready to be written down: the results of one population.</summary>
public sealed record ResultPage
{
    /// <summary>Whose answers these are.</summary>
    public required Population Population { get; init; }

    /// <summary>It holds every answer, and does not change any more.</summary>
    public required bool IsFinal { get; init; }

    /// <summary>While it is open: whose answers are in it so far. Null of the final one, and when too few answered.</summary>
    public required string? Look { get; init; }

    /// <summary>Questions about the person are only shown after closing.</summary>
    public required bool WaitsForClosing { get; init; }

    /// <summary>The others that are large enough to have a page of their own.</summary>
    public required IReadOnlyList<Population> Others { get; init; }

    /// <summary>Sentences: how people came in, each population apart.</summary>
    public required IReadOnlyList<string> Arrivals { get; init; }

    /// <summary>That this is not the opinion of everybody in Drenthe.</summary>
    public required string Warning { get; init; }

    /// <summary>Why numbers are missing, when some are.</summary>
    public required IReadOnlyList<string> Hiding { get; init; }

    /// <summary>In the definition's order; none when too few people answered.</summary>
    public required IReadOnlyList<QuestionResult> Questions { get; init; }
}

/// <summary>The result of one question.</summary>
public sealed record QuestionResult
{
    /// <summary>Fit for an HTML id and for an address.</summary>
    public required string Key { get; init; }

    public required string Kind { get; init; }

    /// <summary>It says who took part.</summary>
    public required bool IsAboutPeople { get; init; }

    /// <summary>The question's text.</summary>
    public required Passage Title { get; init; }

    /// <summary>The one plain sentence that says what the table shows.</summary>
    public required string Sentence { get; init; }

    /// <summary>Null when no number may be shown, or there is none.</summary>
    public ResultTable? Table { get; init; }

    /// <summary>Numbers behind the table's, for who wants to know more.</summary>
    public ResultTable? More { get; init; }

    /// <summary>How many skipped, how many did not know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>By municipality and by age, after closing.</summary>
    public IReadOnlyList<ResultTable> Breakdowns { get; init; } = [];

    /// <summary>Of an open question: what staff released, as it was typed.</summary>
    public IReadOnlyList<Passage> Released { get; init; } = [];
}

/// <param name="Columns">Headings; the first is over the labels of the rows.</param>
/// <param name="Rows">Each with one cell fewer than there are columns.</param>
/// <param name="Caption">What it is about, when the heading above it does not say so.</param>
public sealed record ResultTable(IReadOnlyList<string> Columns, IReadOnlyList<ResultRow> Rows, string? Caption = null);

public sealed record ResultRow(Passage Label, IReadOnlyList<ResultCell> Cells);

/// <param name="Words">"412 van de 1.203 mensen", or that it is not shown.</param>
/// <param name="Bar">Length of the bar from 0 to 1; null: no bar.</param>
public sealed record ResultCell(string Words, double? Bar = null);
