namespace Participatie.Surveys.Storage;

/// <summary>That something was told to whoever it waits for.</summary>
public sealed class NoticeSentEntry
{
    public required string Key { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long At { get; init; }
}
