namespace Participatie.Surveys.Storage;

/// <summary>The one row of <see cref="TryWrite"/>.</summary>
public sealed class WriteProbeEntry
{
    public required int Id { get; init; }

    public required long TriedAt { get; init; }
}
