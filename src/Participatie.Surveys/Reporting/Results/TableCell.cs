using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Reporting.Results;

/// <param name="Cell">Its name in the tally.</param>
/// <param name="Choice">The choice or statement that it counts; null when it is about the whole question.</param>
/// <param name="Measure">What it counts of it, in the words of the open data.</param>
public sealed record TableCell(string Cell, Choice? Choice, string Measure)
{
    public const string Chosen = "gekozen";
    public const string First = "als-eerste";
    public const string Top = "bij-eerste-drie";
    public const string Written = "ingevuld";

    public static IReadOnlyList<TableCell> Of(IEnumerable<Choice> choices) =>
        [.. choices.Select(choice => new TableCell(choice.Id, choice, Chosen))];
}

/// <param name="Id">Of the measure.</param>
/// <param name="Choice">What it is about; null when it is about the whole question.</param>
public sealed record MeasuredRow(string Id, Choice? Choice);

/// <summary>Cells that a sentence adds up: how many are happy, or agree.</summary>
/// <param name="Cells">Their names in the tally.</param>
/// <param name="Measure">What they are together, in the words of the open data.</param>
public sealed record SummedCells(IReadOnlyList<string> Cells, string Measure);
