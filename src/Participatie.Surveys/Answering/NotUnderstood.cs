namespace Participatie.Surveys.Answering;

/// <summary>
/// How many residents said "Ik snap deze vraag niet" at one page of a version: a count, without time and without anybody's draft.
/// </summary>
public sealed class NotUnderstood
{
    public required int ConsultationId { get; init; }

    public required int Version { get; init; }

    public required string QuestionId { get; init; }

    /// <summary>From 1; a question without steps has only the first.</summary>
    public required int Step { get; init; }

    /// <summary>The language or variety that was on the screen.</summary>
    public required string Language { get; init; }

    public required int Count { get; init; }
}
