namespace Participatie.Surveys.Storage;

/// <summary>
/// One line of what staff did. Each has a keyed hash of itself and of the one before it, so that none can be changed or taken out unseen.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>1, 2, 3, … without gaps.</summary>
    public required long Number { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long At { get; init; }

    /// <summary>Name and mail address of who did it, as they were then; empty for whoever is not known.</summary>
    public required string Who { get; init; }

    /// <summary>The network that it came from, not the address; empty for the program itself.</summary>
    public required string Network { get; init; }

    public required string Action { get; init; }

    /// <summary>What it was done to.</summary>
    public required string Subject { get; init; }

    /// <summary>Whether it was done or refused.</summary>
    public required string Result { get; init; }

    public required string Before { get; init; }

    public required string After { get; init; }

    public required short KeyNumber { get; init; }

    public required byte[] Chain { get; init; }
}
