namespace Participatie.Surveys.Codes;

/// <summary>How much one network tried lately, over all machines. Kept for a quarter of an hour after the last try.</summary>
public sealed class NetworkTriesEntry
{
    /// <summary>A keyed hash of what was tried and the address of the network.</summary>
    public required byte[] Who { get; init; }

    /// <summary>How full the bucket was at that moment; it empties by itself.</summary>
    public required double Taken { get; init; }

    /// <summary>Of the last try, in milliseconds since 1970, UTC.</summary>
    public required long At { get; init; }
}
