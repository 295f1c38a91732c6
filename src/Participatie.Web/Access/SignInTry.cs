namespace Participatie.Web.Access;

/// <summary>How often somebody tried to sign in without success. Whether there is such an account is not looked at.</summary>
public sealed class SignInTry
{
    /// <summary>A keyed hash of the mail address, or of the mail address and the network.</summary>
    public required byte[] Who { get; init; }

    public required int Wrong { get; init; }

    /// <summary>Until when no other try is looked at, in milliseconds since 1970, UTC.</summary>
    public required long WaitsUntil { get; init; }

    /// <summary>Of the last try, the same.</summary>
    public required long At { get; init; }
}
