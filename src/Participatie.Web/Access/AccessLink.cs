namespace Participatie.Web.Access;

/// <summary>What a link that is handed over lets somebody do, once.</summary>
public enum LinkKind
{
    /// <summary>Make an administrator.</summary>
    Setup = 1,

    /// <summary>Take an account that an administrator made.</summary>
    Invitation = 2,

    /// <summary>Choose a new password.</summary>
    Password = 3,

    /// <summary>Set up the second step anew.</summary>
    SecondStep = 4,

    /// <summary>None of ours: an answer of a passkey that was given, and is not taken a second time.</summary>
    PasskeyAnswer = 5,
}

/// <summary>A link that was made and not used yet. The link itself stands nowhere.</summary>
public sealed class AccessLink
{
    public required byte[] TokenHash { get; init; }

    public required LinkKind Kind { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long Until { get; init; }

    /// <summary>
    /// Whose it is. Null for one that makes an account, and for one that was asked for with a mail address that no account has: what is
    /// written then is the same.
    /// </summary>
    public Guid? AccountId { get; init; }
}
