namespace Participatie.Surveys.Reporting.Export.Excel;

/// <summary>How often each code stands in each column.</summary>
/// <param name="counts">By column; null of those without codes.</param>
internal sealed class SheetCounts(long[]?[] counts)
{
    // Codes of missing answers are negative.
    private const int Lowest = -100;

    public const int Size = 1000;

    /// <returns>Below 0 when it is no code.</returns>
    public static int PlaceOf(long code) => code is >= Lowest and < Size + Lowest ? (int)code - Lowest : -1;

    /// <returns>Null of a column without codes.</returns>
    public long? Of(int column, long code) => counts[column] is { } found && PlaceOf(code) is >= 0 and var place ? found[place] : null;
}
