namespace Participatie.Surveys.Reporting.Decisions;

/// <summary>The row of a <see cref="DecisionRevision"/>. Rows are added and never changed: two people at one moment collide on the key.</summary>
public sealed class DecisionEntry
{
    /// <summary>In place of a question's id: about all of the consultation.</summary>
    public const string Whole = "";

    public required int ConsultationId { get; init; }

    /// <summary>Or <see cref="Whole"/>.</summary>
    public required string QuestionId { get; init; }

    /// <summary>1, 2, 3, … of this decision.</summary>
    public required int Revision { get; init; }

    public required short State { get; init; }

    public required string Heard { get; init; }

    public required string HeardEasy { get; init; }

    public short? Outcome { get; init; }

    public required string Why { get; init; }

    public required string WhyEasy { get; init; }

    public required string DecidedBy { get; init; }

    /// <summary>As <see cref="DateOnly.DayNumber"/>.</summary>
    public int? DueDay { get; init; }

    public required short Progress { get; init; }

    public required string ProgressReason { get; init; }

    /// <summary>What changed and why, for everybody; empty of drafts and of what was public for the first time.</summary>
    public required string Note { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long At { get; init; }

    /// <summary>As the audit log says people. Never for the public.</summary>
    public required string Who { get; init; }
}
