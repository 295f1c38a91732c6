namespace Participatie.Surveys.Analysis.Tallies;

/// <summary>Which counts of a question are for the public, and how they hang together: whoever knows some of them can work out others.</summary>
public sealed record PublicCells
{
    public const string Answered = "$answered";

    /// <summary>"How often in the first three"; fewer when a ranking has fewer places.</summary>
    public const int Top = 3;

    public static readonly PublicCells AnsweredOnly = OneOf([Answered]);

    /// <summary>Everybody who answered is in exactly one cell of each.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Partitions { get; init; }

    /// <summary>Everybody who answered may be in several of them, and in at least one.</summary>
    public IReadOnlyList<string> Overlapping { get; init; } = [];

    /// <summary>In how many overlapping cells one person is at most.</summary>
    public int MostPerPerson { get; init; }

    /// <summary>Sums of other cells, shown of opinions only: nothing keeps what they say about a hidden cell.</summary>
    public IReadOnlyList<SummedCell> Summed { get; init; } = [];

    /// <summary>Shown as mean, median and spread only, when enough people answered.</summary>
    public IReadOnlyList<MeasuredCells> Measured { get; init; } = [];

    /// <summary>Public cells that are several of the tally's together.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Joined { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    public static PublicCells OneOf(IEnumerable<string> cells) => new() { Partitions = [[.. cells]] };

    public static string InTop(string choice) => choice + "@top";
}

/// <param name="Cell">Its name.</param>
/// <param name="Parts">The cells of the tally that it adds up.</param>
public sealed record SummedCell(string Cell, IReadOnlyList<string> Parts);

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
