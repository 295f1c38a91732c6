namespace Participatie.Surveys.Review.Meetings;

/// <summary>A day on which the council met, or will.</summary>
public sealed class CouncilMeetingEntry
{
    /// <summary>As <see cref="DateOnly.DayNumber"/>.</summary>
    public required int Day { get; init; }

    /// <summary>When it was written down, in milliseconds since 1970, UTC.</summary>
    public required long At { get; init; }

    /// <summary>As the audit log says people.</summary>
    public required string Who { get; init; }
}
