namespace Participatie.Web.Access;

/// <summary>What came of it when somebody who is signed in tried single sign-on.</summary>
public enum SingleSignOnTrial
{
    /// <summary>From now on this person signs in with it.</summary>
    Connected = 1,

    /// <summary>As before.</summary>
    WasConnected = 2,

    /// <summary>It works, but the provider knows this person by another mail address.</summary>
    OtherMail = 3,

    /// <summary>It works, and belongs to somebody else's account here.</summary>
    OthersAccount = 4,
}
