namespace Participatie.Web.Access;

/// <summary>Why single sign-on let somebody not in. The page says it in words.</summary>
public enum SingleSignOnRefusal
{
    None = 0,

    /// <summary>The provider does not answer.</summary>
    Away = 1,

    /// <summary>Somebody stopped there, or is not allowed this site there.</summary>
    Denied = 2,

    /// <summary>It took too long, was used before, or was begun in another browser.</summary>
    Stale = 3,

    /// <summary>The answer is not the provider's, or not one that it may give.</summary>
    Invalid = 4,

    /// <summary>The provider gave no role that may come in.</summary>
    NoRole = 5,

    /// <summary>Nobody invited this person.</summary>
    NoAccount = 6,

    /// <summary>The account was blocked or removed.</summary>
    Blocked = 7,

    /// <summary>There is an account with that mail address, with a password: its owner says once that it is theirs.</summary>
    MailTaken = 8,
}
