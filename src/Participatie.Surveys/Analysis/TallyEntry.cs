namespace Participatie.Surveys.Analysis;

/// <summary>The running tally of one question, version and population.</summary>
public sealed class TallyEntry
{
    public required int ConsultationId { get; init; }

    public required int Version { get; init; }

    public required short Population { get; init; }

    public required string QuestionId { get; init; }

    public required string Counts { get; set; }
}

/// <summary>What the public result page reads of one question, and what it was made from.</summary>
public sealed class PublishedResultEntry
{
    public required int ConsultationId { get; init; }

    public required string QuestionId { get; init; }

    public required int Position { get; set; }

    /// <summary>The prepared row, small groups hidden.</summary>
    public required string Document { get; set; }

    /// <summary>The release before compared the next step with it.</summary>
    public required string Basis { get; set; }

    public required int Sequence { get; set; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long PublishedAt { get; set; }
}

/// <summary>An open answer that staff released for the public page.</summary>
public sealed class ReleasedAnswer
{
    public required int ConsultationId { get; init; }

    public required byte[] ResponseId { get; init; }

    public required string QuestionId { get; init; }
}
