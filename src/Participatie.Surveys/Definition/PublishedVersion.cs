namespace Participatie.Surveys.Definition;

/// <summary>A version that residents answer. Never changes; a begun draft and every response keep theirs.</summary>
/// <param name="ConsultationId">The stored number of the consultation.</param>
/// <param name="Number">1, 2, 3, … within the consultation.</param>
/// <param name="Definition">What is asked.</param>
/// <param name="PublishedAt">When it was published.</param>
public sealed record PublishedVersion(int ConsultationId, int Number, Consultation Definition, DateTimeOffset PublishedAt);
