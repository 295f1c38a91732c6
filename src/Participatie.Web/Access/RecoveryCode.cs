namespace Participatie.Web.Access;

/// <summary>Gets somebody in once who lost the app that makes codes.</summary>
public sealed class RecoveryCode
{
    public required Guid AccountId { get; init; }

    /// <summary>Of 80 random bits, so that nobody finds the code by trying.</summary>
    public required byte[] CodeHash { get; init; }
}
