namespace Participatie.Surveys.Review.Members;

/// <summary>What a member began to write about a page and did not report yet. Nobody else sees it; it goes with the report.</summary>
public sealed class HalfWrittenEntry
{
    public required int ConsultationId { get; init; }

    public required int Round { get; init; }

    public required int Member { get; init; }

    /// <summary>The part of the address behind the link of the preview; empty for what is about no page.</summary>
    public required string Page { get; init; }

    /// <summary>As typed.</summary>
    public required string Words { get; set; }

    public short? Severity { get; set; }

    public short? Subject { get; set; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long SavedAt { get; set; }
}
