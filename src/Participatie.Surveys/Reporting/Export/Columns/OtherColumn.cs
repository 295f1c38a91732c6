using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Reporting.Export.Columns;

/// <summary>
/// The column with what was written beside a choice, behind those of the choices: as it was typed, or the code of "nothing there".
/// </summary>
internal static class OtherColumn
{
    // No id has an underscore, so no choice has this name.
    private const string Behind = "_tekst";

    public static IEnumerable<string> Parts(Question question) => question.Other is { } other ? [PartOf(other)] : [];

    public static ColumnType ColumnTypeOf(string part) => Is(part) ? ColumnType.Text : ColumnType.Code;

    public static bool Is(string part) => part.EndsWith(Behind, StringComparison.Ordinal);

    public static string ChoiceOf(string part) => part[..^Behind.Length];

    /// <summary>Nobody has to write: also where an answer is required the line may be empty.</summary>
    public static IEnumerable<MissingCode> MoreCodes(Question question, string part) =>
        Is(part) && question.Required ? [MissingCode.Skipped] : [];

    public static string Describe(Question question) => $"{question.Text.Dutch} – {question.Other!.Text.Dutch}: wat iemand erbij schreef";

    /// <param name="value">The raw answer.</param>
    /// <param name="column">Where it goes.</param>
    /// <param name="nothing">The code for nothing written.</param>
    /// <param name="cells">Of the row.</param>
    public static void Write(ReadOnlySpan<byte> value, int column, long nothing, Cells cells)
    {
        if (CanonicalReader.WordsIn(value, out var text, out _))
        {
            cells.Text(column, text);
        }
        else
        {
            cells.Number(column, nothing);
        }
    }

    private static string PartOf(Choice other) => other.Id + Behind;
}
