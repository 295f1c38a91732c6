namespace Participatie.Web.Access;

/// <summary>
/// Somebody who is signed in somewhere. A cookie is worth nothing without its row: one that was copied ends with the sign-out too.
/// </summary>
public sealed class StaffSession
{
    public required byte[] IdHash { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long Until { get; init; }
}
