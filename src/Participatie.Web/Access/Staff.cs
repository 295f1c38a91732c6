using System.Security.Claims;

namespace Participatie.Web.Access;

/// <summary>
/// Whoever is signed in, as the pages know them. The names of policies are for endpoints; what a person may do is asked by the same words
/// where a page hides a button or a list leaves something out.
/// </summary>
public static class Staff
{
    /// <summary>The scheme of a session.</summary>
    public const string Session = "staff";

    /// <summary>The scheme of who gave a right password and has the second step still to take.</summary>
    public const string HalfSession = "staff-half";

    /// <summary>
    /// The scheme of a member of the council who signed in for all their rounds. It is no session of staff: whatever else the account may
    /// do, it cannot do by this one, and its cookie does not go to the desk.
    /// </summary>
    public const string CouncilSession = "council";

    /// <summary>The scheme of who signs in with the account of their organisation.</summary>
    public const string SingleSignOn = "single-sign-on";

    /// <summary>Role and policy of who manages accounts. Sees no answers by it.</summary>
    public const string Administrator = "Administrator";

    /// <summary>Policy: author of the consultation in the address, or an administrator.</summary>
    public const string Author = "Author";

    /// <summary>Policy: analyst of the consultation in the address, and nobody else: answers are on that page.</summary>
    public const string Analyst = "Analyst";

    /// <summary>Policy: may look at the page of the consultation in the address.</summary>
    public const string OnConsultation = "OnConsultation";

    /// <summary>Policy: may begin a new consultation.</summary>
    public const string NewConsultations = "NewConsultations";

    /// <summary>Role and policy of the council.</summary>
    public const string CouncilMember = "CouncilMember";

    /// <summary>How long a session lasts at most, and how long without a page being asked for.</summary>
    public static readonly TimeSpan LongestSession = TimeSpan.FromHours(8);

    public static readonly TimeSpan LongestIdle = TimeSpan.FromHours(1);

    internal const string Stamp = "stamp";

    /// <summary>Claims with the name of a consultation; empty for new ones.</summary>
    internal const string AuthorOf = "author";
    internal const string AnalystOf = "analyst";
    internal const string New = "";

    public static Guid IdOf(ClaimsPrincipal person) => Guid.Parse(person.FindFirstValue(ClaimTypes.NameIdentifier)!);

    /// <summary>For the audit log.</summary>
    public static string SaidOf(ClaimsPrincipal person) => $"{person.Identity!.Name} <{person.FindFirstValue(ClaimTypes.Email)}>";

    public static bool IsAdministrator(ClaimsPrincipal person) => person.IsInRole(Administrator);

    public static bool IsAuthorOf(ClaimsPrincipal person, string slug) => IsAdministrator(person) || person.HasClaim(AuthorOf, slug);

    /// <summary>By a role of their own, not because administrators may do everything.</summary>
    public static bool IsAuthorItself(ClaimsPrincipal person, string slug) => person.HasClaim(AuthorOf, slug);

    public static bool IsAnalystOf(ClaimsPrincipal person, string slug) => person.HasClaim(AnalystOf, slug);

    /// <summary>Also for lists: whoever may not see a consultation does not learn that there is one.</summary>
    public static bool MaySee(ClaimsPrincipal person, string slug) => IsAuthorOf(person, slug) || IsAnalystOf(person, slug);

    public static bool MayBegin(ClaimsPrincipal person) => IsAdministrator(person) || person.HasClaim(AuthorOf, New);

    internal static ClaimsPrincipal Principal(AccountState account, string scheme)
    {
        var identity = new ClaimsIdentity(scheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()));
        identity.AddClaim(new Claim(ClaimTypes.Name, account.Name));
        identity.AddClaim(new Claim(ClaimTypes.Email, account.Mail));
        identity.AddClaim(new Claim(Stamp, account.Stamp));
        var isOfStaff = scheme != CouncilSession;
        if (account.IsAdministrator && isOfStaff)
            identity.AddClaim(new Claim(ClaimTypes.Role, Administrator));
        identity.AddClaims(
            account.Roles.Where(held => isOfStaff || held.Role is StaffRole.CouncilMember or StaffRole.Chair)
                .Select(ClaimOf).OfType<Claim>());
        return new ClaimsPrincipal(identity);
    }

    /// <returns>Null for a role of a later release: here it lets nobody do anything.</returns>
    private static Claim? ClaimOf(HeldRole held) => held.Role switch
    {
        StaffRole.Author => new Claim(AuthorOf, held.Slug ?? New),
        StaffRole.Analyst => new Claim(AnalystOf, held.Slug ?? New),
        // What the chair alone may do is asked where it is done, by CouncilRole.
        StaffRole.CouncilMember or StaffRole.Chair => new Claim(ClaimTypes.Role, CouncilMember),
        _ => null,
    };
}
