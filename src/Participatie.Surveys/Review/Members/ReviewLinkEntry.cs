namespace Participatie.Surveys.Review.Members;

/// <summary>
/// A link beside the first one of a member: asked for again, sent with a reminder, or made by a passkey. Those before it go on working, so
/// whoever asks in another's name ends nothing; when staff end the first one, all end.
/// </summary>
public sealed class ReviewLinkEntry
{
    public required byte[] TokenHash { get; init; }

    public required int ConsultationId { get; init; }

    public required int Round { get; init; }

    public required int Member { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long MadeAt { get; init; }

    /// <summary>As <see cref="DateOnly.DayNumber"/>: then it opens nothing any more.</summary>
    public required int EndsOn { get; init; }
}
