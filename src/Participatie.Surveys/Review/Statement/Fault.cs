namespace Participatie.Surveys.Review.Statement;

/// <summary>Something that does not work for everybody yet, as everybody reads it in the statement.</summary>
public sealed record Fault
{
    /// <summary>Of this fault; never given to another.</summary>
    public required int Number { get; init; }

    /// <summary>W3C's short name; null when it is known to none.</summary>
    public string? Criterion { get; init; }

    /// <summary>What is wrong, in plain words.</summary>
    public string What { get; init; } = "";

    public string Cause { get; init; } = "";

    /// <summary>What it means for whom.</summary>
    public string Consequence { get; init; } = "";

    /// <summary>How it can be done meanwhile.</summary>
    public string Alternative { get; init; } = "";

    /// <summary>What is done about it.</summary>
    public string Measure { get; init; } = "";

    public DateOnly? PlannedOn { get; init; }

    /// <summary>Whether all is said that status B asks of a deviation.</summary>
    public bool IsDescribed => Cause.Length > 0 && Consequence.Length > 0 && Measure.Length > 0 && PlannedOn is not null;
}
