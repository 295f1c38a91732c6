namespace Participatie.Surveys.Intake.Queue;

/// <summary>
/// A response that waits to be counted, or to be taken out of the counts. Deleted afterwards: it would tell the order of arrival.
/// </summary>
public sealed class QueueEntry
{
    public required byte[] ResponseId { get; init; }

    public required int ConsultationId { get; init; }

    public required int Attempts { get; set; }

    /// <summary>Milliseconds since 1970, UTC, before which nobody may take it.</summary>
    public required long VisibleAt { get; set; }

    /// <summary>All tries failed; waits for staff.</summary>
    public required bool Dead { get; set; }

    /// <summary>The kind of the last failure, without anything of the response in it.</summary>
    public string? Failure { get; set; }
}
