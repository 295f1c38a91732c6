namespace Participatie.Surveys.Storage;

/// <summary>A recording of something that pages say, made by one of several machines and found by all.</summary>
public sealed class RecordingEntry
{
    /// <summary>Tells the text and the voice.</summary>
    public required string Name { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long MadeAt { get; init; }

    public required byte[] Sound { get; init; }
}
