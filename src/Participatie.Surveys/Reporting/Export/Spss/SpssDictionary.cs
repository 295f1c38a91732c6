namespace Participatie.Surveys.Reporting.Export.Spss;

/// <summary>Everything that stands in an SPSS file before its rows.</summary>
public sealed record SpssDictionary
{
    /// <summary>At most 64 bytes; a longer one is cut.</summary>
    public required string FileLabel { get; init; }

    public required DateTimeOffset Made { get; init; }

    public required IReadOnlyList<SpssVariable> Variables { get; init; }

    /// <summary>How many rows follow: a program that finds fewer says that the file is broken off.</summary>
    public required long Rows { get; init; }

    public IReadOnlyList<SpssSet> Sets { get; init; } = [];

    /// <summary>What somebody should know of the whole file; a longer line is wrapped.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];
}

/// <summary>A multiple-response set of dichotomies: variables that are 1 for what somebody chose.</summary>
/// <param name="Name">Begins with a dollar sign.</param>
/// <param name="Label">What was asked.</param>
/// <param name="Variables">Names of two numbers at least.</param>
public sealed record SpssSet(string Name, string Label, IReadOnlyList<string> Variables)
{
    /// <summary>What stands for chosen.</summary>
    public const string Counted = "1";
}
