namespace Participatie.Surveys.Answering;

/// <summary>A draft's row. Keyed by the hash of a token that only the resident's browser has.</summary>
public sealed class DraftEntry
{
    public required byte[] TokenHash { get; init; }

    /// <summary>Hash of the token of the device that had it before somebody went on elsewhere.</summary>
    public byte[]? MovedFrom { get; init; }

    public required int ConsultationId { get; init; }

    public required int Version { get; init; }

    public required string Answers { get; init; }

    public required bool Organisation { get; init; }

    public required Helped Helped { get; init; }

    /// <summary>Pages for which "Ik snap deze vraag niet" was counted: <c>|question/step|</c> each.</summary>
    public required string NotUnderstood { get; init; }

    /// <summary>Hash of the invitation code with which it began.</summary>
    public byte[]? Invitation { get; init; }

    public required string Language { get; init; }

    public required int Rotation { get; init; }

    /// <summary>Goes up with every change, so that two tabs do not overwrite each other.</summary>
    public required int Revision { get; init; }

    public byte[]? ResumeHash { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long SavedAt { get; init; }
}
