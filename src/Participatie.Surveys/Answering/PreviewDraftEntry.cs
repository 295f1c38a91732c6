namespace Participatie.Surveys.Answering;

/// <summary>
/// What somebody filled in to see how a preview goes on. In a table of its own, which no hand-in reads: it can never become a response. It
/// ends with the link that it was filled in behind.
/// </summary>
public sealed class PreviewDraftEntry
{
    public required byte[] TokenHash { get; init; }

    /// <summary>Hash of the link's token.</summary>
    public required byte[] LinkHash { get; init; }

    public required string Answers { get; init; }

    public required bool Organisation { get; init; }

    public required Helped Helped { get; init; }

    /// <summary>Something was typed as the code of a letter.</summary>
    public required bool HasCode { get; init; }

    public required string Language { get; init; }

    public required int Rotation { get; init; }

    /// <summary>Goes up with every change, so that two tabs do not overwrite each other.</summary>
    public required int Revision { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long SavedAt { get; init; }
}
