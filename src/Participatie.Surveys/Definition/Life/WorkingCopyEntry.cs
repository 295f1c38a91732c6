namespace Participatie.Surveys.Definition.Life;

/// <summary>
/// What an author works on, as it was typed: also with problems. A revision never changes; the newest one is what will open or be the next
/// correction.
/// </summary>
public sealed class WorkingCopyEntry
{
    public required int ConsultationId { get; init; }

    /// <summary>1, 2, 3, … within the consultation.</summary>
    public required int Revision { get; init; }

    public required string Document { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long SavedAt { get; init; }

    /// <summary>As the audit log says people; empty for the program itself.</summary>
    public required string SavedBy { get; init; }
}
