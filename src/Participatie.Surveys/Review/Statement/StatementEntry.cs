namespace Participatie.Surveys.Review.Statement;

/// <summary>What a revision of the statement is. The numbers are stored.</summary>
public enum StatementState : short
{
    Draft = 1,

    /// <summary>Signed: from then on it is what everybody reads.</summary>
    InForce = 2,
}

/// <summary>A revision of the statement. Rows are added and never changed: two people at one moment collide on the key.</summary>
public sealed class StatementEntry
{
    /// <summary>1, 2, 3, ….</summary>
    public required int Revision { get; init; }

    public required short State { get; init; }

    /// <summary>The <see cref="StatementText"/> as JSON.</summary>
    public required string Document { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long At { get; init; }

    /// <summary>As the audit log says people. Never for the public.</summary>
    public required string Who { get; init; }
}

/// <summary>The statement as it stood at one moment.</summary>
/// <param name="Revision">1, 2, 3, …; 0 before the first.</param>
/// <param name="State">What it is.</param>
/// <param name="Text">All of it.</param>
/// <param name="At">When.</param>
/// <param name="Who">Never for the public.</param>
public sealed record StatementRevision(int Revision, StatementState State, StatementText Text, DateTimeOffset At, string Who)
{
    internal static StatementRevision Of(StatementEntry entry) => new(
        entry.Revision,
        (StatementState)entry.State,
        StatementText.Read(entry.Document),
        DateTimeOffset.FromUnixTimeMilliseconds(entry.At),
        entry.Who);
}

/// <summary>A line of the history of the statement.</summary>
public sealed record StatementLine(int Revision, StatementState State, DateTimeOffset At, string Who);
