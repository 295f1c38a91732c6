namespace Participatie.Web.Access;

/// <summary>What a link that is handed over lets somebody do, once.</summary>
public enum LinkKind
{
    /// <summary>Make an administrator.</summary>
    Setup = 1,
}

/// <summary>A link that was made and not used yet. The link itself stands nowhere.</summary>
public sealed class AccessLink
{
    public required byte[] TokenHash { get; init; }

    public required LinkKind Kind { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long Until { get; init; }
}
