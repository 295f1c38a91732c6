namespace Participatie.Surveys.Review.Members;

/// <summary>What a member began to write and did not send yet. Nobody else sees it; it goes when it is sent.</summary>
public sealed class HalfWrittenEntry
{
    public required int ConsultationId { get; init; }

    public required int Round { get; init; }

    public required int Member { get; init; }

    /// <summary>What it is about, as <see cref="HalfWrittenPlace"/> says it.</summary>
    public required string Page { get; init; }

    /// <summary>As typed.</summary>
    public required string Words { get; set; }

    public short? Severity { get; set; }

    public short? Subject { get; set; }

    /// <summary>Of an advice: whether the province asked for it.</summary>
    public bool? IsAsked { get; set; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long SavedAt { get; set; }
}
