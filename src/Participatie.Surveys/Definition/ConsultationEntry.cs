namespace Participatie.Surveys.Definition;

/// <summary>What is stored of a consultation beside its versions.</summary>
public sealed class ConsultationEntry
{
    /// <summary>
    /// Trials have their numbers from here on, drawn at random: none is met again, and what deletes them reaches no number below.
    /// </summary>
    public const int FirstTrial = 1 << 30;

    public required int Id { get; init; }

    public required string Slug { get; init; }

    /// <summary>Why it opened without the council's sign-off: only written, for the release before, which reads it here.</summary>
    public string? OverruledBecause { get; set; }

    /// <summary>Made up, to try the program with.</summary>
    public bool IsTrial { get; init; }

    /// <summary>When its tallies were frozen and its responses deleted, in milliseconds since 1970; null before.</summary>
    public long? FinalisedAt { get; set; }
}

/// <summary>A published version. Never changes.</summary>
public sealed class VersionEntry
{
    public required int ConsultationId { get; init; }

    public required int Number { get; init; }

    /// <summary>The definition as JSON.</summary>
    public required string Document { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long PublishedAt { get; init; }
}
