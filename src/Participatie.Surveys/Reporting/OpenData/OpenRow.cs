using Participatie.Surveys.Analysis;

namespace Participatie.Surveys.Reporting.OpenData;

/// <summary>One number that the result page shows, or a place where it says that it shows none.</summary>
public sealed record OpenRow
{
    /// <summary>As in <see cref="MergedQuestion.Key"/>; empty for how many took part.</summary>
    public required string Question { get; init; }

    public required Population Population { get; init; }

    /// <summary>Empty for everybody, or one of <see cref="OpenTerms.Dimensions"/>.</summary>
    public string Dimension { get; init; } = "";

    /// <summary>The municipality or age band; empty for everybody.</summary>
    public string Group { get; init; } = "";

    /// <summary>The choice or statement; empty when the number is about the whole question.</summary>
    public string Choice { get; init; } = "";

    /// <summary>What was counted: one of <see cref="OpenTerms.Measures"/>.</summary>
    public required string Measure { get; init; }

    /// <summary>Null: hidden, because a few people could be recognised.</summary>
    public required double? Value { get; init; }
}
