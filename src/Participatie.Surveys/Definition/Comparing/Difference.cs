namespace Participatie.Surveys.Definition.Comparing;

public enum DifferenceKind
{
    /// <summary>A question, a choice or another item of a list that was not there.</summary>
    New,

    Gone,

    /// <summary>It is the same item, and the items around it are in another order.</summary>
    Moved,

    /// <summary>Words that a resident reads, in one language.</summary>
    Reworded,

    /// <summary>Anything else: a day, a limit, a kind, a condition.</summary>
    Changed,
}

/// <summary>One thing that differs between two definitions.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Before">JSON pointer (RFC 6901) into the older document; null of what is new there.</param>
/// <param name="After">JSON pointer into the newer document; null of what is gone.</param>
/// <param name="Old">The words or the value that were there; empty when there was none.</param>
/// <param name="New">The words or the value that are there now; empty when there is none.</param>
public sealed record Difference(DifferenceKind Kind, string? Before, string? After, string Old, string New)
{
    /// <summary>Of what was reworded: the tag of its language.</summary>
    public string? Language { get; init; }
}
