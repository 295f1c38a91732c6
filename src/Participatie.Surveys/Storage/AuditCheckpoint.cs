namespace Participatie.Surveys.Storage;

/// <summary>A line of the audit log from which on it can be verified without those before it, sealed by the key.</summary>
public sealed class AuditCheckpoint
{
    public required AuditCheckpointKind Kind { get; init; }

    /// <summary>Of the line. Lines after it follow on.</summary>
    public required long Number { get; init; }

    /// <summary>Of that line.</summary>
    public required byte[] Chain { get; init; }

    /// <summary>When it was made, in milliseconds since 1970, UTC.</summary>
    public required long At { get; init; }

    public required short KeyNumber { get; init; }

    /// <summary>A keyed hash of all of this.</summary>
    public required byte[] Seal { get; init; }
}

public enum AuditCheckpointKind
{
    /// <summary>The lines up to this one were old and are gone.</summary>
    Removed = 1,

    /// <summary>The lines up to this one were found to be whole.</summary>
    Verified = 2,
}
