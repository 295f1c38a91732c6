namespace Participatie.Surveys.Analysis.Tallies;

/// <summary>
/// Which counts of a question are for the public, and how they hang together: whoever knows some of them can work out others.
/// </summary>
public sealed record PublicCells
{
    public const string Answered = "$answered";

    /// <summary>"How often in the first three"; fewer when a ranking has fewer places.</summary>
    public const int Top = 3;

    public static readonly PublicCells AnsweredOnly = OneOf([Answered]);

    /// <summary>Everybody who answered is in exactly one cell of each.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Partitions { get; init; }

    /// <summary>Cells that stay empty as a rule, and are no cells then.</summary>
    public IReadOnlySet<string> LeftOutWhenEmpty { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Everybody who answered may be in several of them, and in at least one.</summary>
    public IReadOnlyList<string> Overlapping { get; init; } = [];

    /// <summary>Those of the overlapping cells whose people are in no other one.</summary>
    public IReadOnlyList<string> Alone { get; init; } = [];

    /// <summary>In how many overlapping cells one person is at most.</summary>
    public int MostPerPerson { get; init; }

    /// <summary>Shown as mean, median and spread only, when enough people answered.</summary>
    public IReadOnlyList<MeasuredCells> Measured { get; init; } = [];

    /// <summary>
    /// Public cells that are several of the tally's together, by name. One that is in no partition is shown of opinions only: nothing keeps
    /// what it says about a hidden cell.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Summed { get; init; } = new Dictionary<string, IReadOnlyList<string>>(
        StringComparer.Ordinal);

    public static PublicCells OneOf(IEnumerable<string> cells) => new() { Partitions = [[.. cells]] };

    public static string InTop(string choice) => choice + "@top";
}

/// <param name="Id">Of the choice, or of the question when it is one number.</param>
/// <param name="Bars">Values, or the beginnings of bands, in ascending order with the names of their cells.</param>
public sealed record MeasuredCells(string Id, IReadOnlyList<(long Value, string Cell)> Bars)
{
    /// <summary>How many of the values' units make 1.</summary>
    public int Scale { get; init; } = 1;

    /// <summary>Of a band, in the values' units; 1 when each value has a bar.</summary>
    public long Width { get; init; } = 1;

    /// <summary>The cell with the exact sum, where bars do not tell it.</summary>
    public string? Sum { get; init; }
}
