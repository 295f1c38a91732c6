using Participatie.Surveys.Review.Findings;

namespace Participatie.Surveys.Review.Rounds;

/// <summary>
/// One step in the council's rounds of a consultation. Rows are added and never changed: two people at one moment collide on the key. How
/// somebody reads never stands here, and who a member is only as a number.
/// </summary>
public sealed record ReviewEvent
{
    public required int ConsultationId { get; init; }

    /// <summary>1, 2, 3, … within the consultation.</summary>
    public required int Number { get; init; }

    /// <summary>1, 2, 3, … within the consultation.</summary>
    public required int Round { get; init; }

    public required ReviewStep Step { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long At { get; init; }

    /// <summary>Of the staff, as the audit log says people; empty when a member did it by the link. Never for the public.</summary>
    public string Who { get; init; } = "";

    /// <summary>Whose step it is, also when staff wrote it down; null of staff's own.</summary>
    public int? Member { get; init; }

    /// <summary>The finding that it is about: the number of its <see cref="ReviewStep.Reported"/>.</summary>
    public int? Finding { get; init; }

    /// <summary>The finding that it was joined with.</summary>
    public int? Other { get; init; }

    public FindingSubject? Subject { get; init; }

    public Severity? Severity { get; init; }

    public AnswerKind? Answer { get; init; }

    /// <summary>Of the working copy: that the round shows, or that solved a finding.</summary>
    public int? Revision { get; init; }

    /// <summary>Working days that the council has.</summary>
    public int? Days { get; init; }

    /// <summary>By which it will be solved, as <see cref="DateOnly.DayNumber"/>.</summary>
    public int? Day { get; init; }

    /// <summary>Of the preview: the part of its address behind the link. Empty where it is about no page.</summary>
    public string Page { get; init; } = "";

    /// <summary>In which somebody read, and with which settings of the site.</summary>
    public string Language { get; init; } = "";

    public string Settings { get; init; } = "";

    /// <summary>As typed.</summary>
    public string Text { get; init; } = "";

    /// <summary>The same in easy Dutch, of an answer.</summary>
    public string EasyText { get; init; } = "";

    /// <summary>Who of the council agreed to fewer days than usual, and when.</summary>
    public string Consent { get; init; } = "";

    public DateTimeOffset Moment => DateTimeOffset.FromUnixTimeMilliseconds(At);
}
