using Microsoft.AspNetCore.Identity;

namespace Participatie.Web.Access;

/// <summary>Somebody of the staff. The user name of the framework is the mail address.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public const int LongestName = 100;
    public const int LongestMail = 254;

    /// <summary>As colleagues know this person.</summary>
    public required string Name { get; set; }

    public bool IsAdministrator { get; set; }

    /// <summary>Cannot sign in, and is signed out.</summary>
    public bool IsBlocked { get; set; }

    /// <summary>The key of the app that makes codes, sealed by <see cref="AccessKey"/>; null until it was set up.</summary>
    public byte[]? TotpKey { get; set; }

    /// <summary>The time step of the last code that was used: each works once.</summary>
    public long LastTotpStep { get; set; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public long MadeAt { get; set; }

    /// <summary>The same; null for never.</summary>
    public long? LastSignedInAt { get; set; }

    /// <summary>Since when it is an administrator's; null when it is not.</summary>
    public long? AdministratorSince { get; set; }

    /// <summary>When an administrator last looked at that and let it be; null for never.</summary>
    public long? ConfirmedAt { get; set; }

    public string? ConfirmedBy { get; set; }

    /// <summary>The second step was taken away: only the link of an administrator leads to a new one.</summary>
    public bool SecondStepByLink { get; set; }

    /// <summary>For the audit log.</summary>
    public string Said => $"{Name} <{Email}>";
}
