namespace Participatie.Surveys.Reporting.Export;

/// <summary>One response as it lies in the database. The spans are only valid during the call that hands it over.</summary>
public readonly ref struct ResponseRow
{
    /// <summary>16 random bytes.</summary>
    public required ReadOnlySpan<byte> Id { get; init; }

    public required int Version { get; init; }

    /// <summary>0 the open link, 1 a letter, 2 paper.</summary>
    public required int Channel { get; init; }

    public required bool Organisation { get; init; }

    public required ReadOnlySpan<byte> Language { get; init; }

    /// <summary>Hours since 1970, UTC.</summary>
    public required long Hour { get; init; }

    public required int Rotation { get; init; }

    /// <summary>The canonical answers document, UTF-8.</summary>
    public required ReadOnlySpan<byte> Document { get; init; }
}

public delegate void TakeResponse(in ResponseRow response);

/// <summary>Hands over every response that counts, in a fixed order, out of one snapshot of the database.</summary>
public delegate Task ScanResponses(TakeResponse take, CancellationToken cancellationToken);
