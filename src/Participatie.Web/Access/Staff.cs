using System.Security.Claims;

namespace Participatie.Web.Access;

/// <summary>Whoever is signed in, as the pages know them.</summary>
public static class Staff
{
    /// <summary>The scheme of a session.</summary>
    public const string Session = "staff";

    /// <summary>The scheme of who gave a right password and has the second step still to take.</summary>
    public const string HalfSession = "staff-half";

    /// <summary>Role and policy of who manages accounts.</summary>
    public const string Administrator = "Administrator";

    /// <summary>How long a session lasts at most, and how long without a page being asked for.</summary>
    public static readonly TimeSpan LongestSession = TimeSpan.FromHours(8);

    public static readonly TimeSpan LongestIdle = TimeSpan.FromHours(1);

    internal const string Stamp = "stamp";

    public static Guid IdOf(ClaimsPrincipal person) => Guid.Parse(person.FindFirstValue(ClaimTypes.NameIdentifier)!);

    /// <summary>For the audit log.</summary>
    public static string SaidOf(ClaimsPrincipal person) => $"{person.Identity!.Name} <{person.FindFirstValue(ClaimTypes.Email)}>";

    internal static ClaimsPrincipal Principal(AccountState account, string scheme)
    {
        var identity = new ClaimsIdentity(scheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()));
        identity.AddClaim(new Claim(ClaimTypes.Name, account.Name));
        identity.AddClaim(new Claim(ClaimTypes.Email, account.Mail));
        identity.AddClaim(new Claim(Stamp, account.Stamp));
        if (account.IsAdministrator)
            identity.AddClaim(new Claim(ClaimTypes.Role, Administrator));
        return new ClaimsPrincipal(identity);
    }
}
