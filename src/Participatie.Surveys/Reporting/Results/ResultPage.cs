using Participatie.Surveys.Analysis;
using Participatie.Surveys.Definition;

namespace Participatie.Surveys.Reporting.Results;

/// <summary>Everything that the result page says, in one language, ready to be written down.</summary>
/// <param name="Arrivals">Sentences: how people came in, each population apart.</param>
/// <param name="Warning">That this is not the opinion of everybody in Drenthe.</param>
/// <param name="Questions">In the definition's order.</param>
public sealed record ResultPage(IReadOnlyList<string> Arrivals, string Warning, IReadOnlyList<QuestionResult> Questions);

/// <param name="Key">Fit for an HTML id.</param>
/// <param name="Kind">Of the question.</param>
/// <param name="Title">The question's text.</param>
/// <param name="Populations">Each apart, the open link first.</param>
public sealed record QuestionResult(string Key, string Kind, Passage Title, IReadOnlyList<PopulationResult> Populations);

/// <param name="Population">Whose answers.</param>
/// <param name="Heading">Who they are; null when there is only one population.</param>
/// <param name="Sentence">The one plain sentence that says what the table shows.</param>
/// <param name="Table">Null when no number may be shown, or there is none.</param>
/// <param name="Notes">How many skipped, how many did not know, why numbers are missing.</param>
/// <param name="Splits">By municipality and by age, after closing.</param>
public sealed record PopulationResult(
    Population Population, string? Heading, string Sentence, ResultTable? Table, IReadOnlyList<string> Notes, IReadOnlyList<ResultTable> Splits)
{
    /// <summary>Of an open question: what staff released, as it was typed.</summary>
    public IReadOnlyList<Passage> Released { get; init; } = [];
}

/// <param name="Caption">What the table is about.</param>
/// <param name="Columns">Headings; the first is over the labels of the rows.</param>
/// <param name="Rows">Each with one cell fewer than there are columns.</param>
public sealed record ResultTable(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<ResultRow> Rows);

public sealed record ResultRow(Passage Label, IReadOnlyList<ResultCell> Cells);

/// <param name="Words">"412 van de 1.203 mensen", or that it is not shown.</param>
/// <param name="Bar">Length of the bar from 0 to 1; null: no bar.</param>
public sealed record ResultCell(string Words, double? Bar = null);
