namespace Participatie.Surveys.Definition.Life;

/// <summary>Lets whoever has the link see a revision as residents would, until a moment. Its token is stored nowhere.</summary>
public sealed class PreviewLinkEntry
{
    public required byte[] TokenHash { get; init; }

    public required int ConsultationId { get; init; }

    public required int Revision { get; init; }

    /// <summary>Milliseconds since 1970, UTC; 0 of before that was kept.</summary>
    public required long MadeAt { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long Until { get; init; }

    /// <summary>As the audit log says people.</summary>
    public required string MadeBy { get; init; }

    /// <summary>
    /// The hash of the personal link by which somebody came in who reviews; null of one that staff share. It ends with that link.
    /// </summary>
    public byte[]? PersonalLink { get; init; }
}
