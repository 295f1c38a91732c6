namespace Participatie.Web.Access;

/// <summary>Somebody as the provider of single sign-on knows them.</summary>
public sealed class ExternalIdentity
{
    public required string Issuer { get; init; }

    /// <summary>Never another person's, unlike a name or mail address.</summary>
    public required string Subject { get; init; }

    /// <summary>Whose it is here. Null when that account was removed: who was sent away does not come back by signing in.</summary>
    public Guid? AccountId { get; set; }
}

/// <summary>An answer of the provider that was used: the same one lets nobody in again.</summary>
public sealed class UsedSignOn
{
    public required byte[] NonceHash { get; init; }

    /// <summary>Milliseconds since 1970, UTC: after that the answer is too old anyway.</summary>
    public required long Until { get; init; }
}
