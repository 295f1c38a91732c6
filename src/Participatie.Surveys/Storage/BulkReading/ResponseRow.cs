using Participatie.Surveys.Answering;
using Participatie.Surveys.Intake;

namespace Participatie.Surveys.Storage.BulkReading;

/// <summary>One response as it lies in the database. The spans are only valid during the call that hands it over.</summary>
public readonly ref struct ResponseRow
{
    public required ReadOnlySpan<byte> Id { get; init; }

    public required int Version { get; init; }

    public required ResponseChannel Channel { get; init; }

    public required bool Organisation { get; init; }

    public required Helped Helped { get; init; }

    public required ReadOnlySpan<byte> Language { get; init; }

    /// <summary>Whole hours since 1970, UTC.</summary>
    public required long Hour { get; init; }

    public required int Rotation { get; init; }

    /// <summary>The canonical answers document, UTF-8.</summary>
    public required ReadOnlySpan<byte> Document { get; init; }
}

public delegate void TakeResponse(in ResponseRow response);

/// <param name="id">Only valid during the call.</param>
public delegate void TakeId(ReadOnlySpan<byte> id);
