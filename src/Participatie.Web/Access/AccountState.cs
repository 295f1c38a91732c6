using System.Data.Common;
using System.Security.Claims;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Access;

/// <summary>What each request of somebody signed in looks up: what was changed a moment ago on any instance holds at once.</summary>
internal sealed record AccountState(Guid Id, string Name, string Mail, string Stamp, bool IsAdministrator, bool IsBlocked)
{
    // A role of a consultation that is gone is of none; without this it would read as one that goes with no consultation.
    private const string Statement =
        """
        SELECT name, email, security_stamp, is_administrator, is_blocked, role, slug FROM accounts
        LEFT JOIN role_grants ON role_grants.account_id = accounts.id AND role_grants.until > @now
            AND (consultation_id = 0 OR EXISTS (SELECT 1 FROM consultations WHERE consultations.id = consultation_id))
        LEFT JOIN consultations ON consultations.id = consultation_id
        WHERE accounts.id = @id
        """;

    private const string InSession =
        $"{Statement} AND EXISTS (SELECT 1 FROM sessions WHERE id_hash = @session AND sessions.account_id = @id AND sessions.until > @now)";

    /// <summary>That hold now.</summary>
    public IReadOnlyList<HeldRole> Roles { get; init; } = [];

    /// <summary>Of who is about to sign in: roles are looked up with the next request.</summary>
    public static AccountState Of(Account account) =>
        new(account.Id, account.Name, account.Email!, account.SecurityStamp!, account.IsAdministrator, account.IsBlocked);

    /// <param name="database">Where accounts are.</param>
    /// <param name="clock">The time.</param>
    /// <param name="person">Whom the cookie names.</param>
    /// <param name="session">The hash of its session; null for who is between the two steps and has none yet.</param>
    /// <param name="cancellationToken">The visitor left.</param>
    /// <returns>Null when the account is gone or blocked, or the person was signed out.</returns>
    public static async Task<AccountState?> OfAsync(
        Database database, TimeProvider clock, ClaimsPrincipal? person, byte[]? session, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(person?.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
            return null;
        (string, object?)[] asked = [("@id", id), ("@now", clock.GetUtcNow().ToUnixTimeMilliseconds())];
        // A row for each role, and one for whoever has none.
        var rows = await database.ReadAsync(
            session is null ? Statement : InSession,
            row => (Account: Read(row, id), Role: RoleOf(row)),
            cancellationToken,
            session is null ? asked : [.. asked, ("@session", session)]);
        return rows is [({ IsBlocked: false } account, _), ..] && account.Stamp == person.FindFirstValue(Staff.Stamp)
            ? account with { Roles = [.. rows.Select(row => row.Role).OfType<HeldRole>()] }
            : null;
    }

    private static AccountState Read(DbDataReader row, Guid id) =>
        new(id, row.GetString(0), row.GetString(1), row.GetString(2), row.GetBoolean(3), row.GetBoolean(4));

    private static HeldRole? RoleOf(DbDataReader row) =>
        row.IsDBNull(5) ? null : new HeldRole((StaffRole)row.GetInt32(5), row.IsDBNull(6) ? null : row.GetString(6));
}

/// <param name="Role">That somebody has now.</param>
/// <param name="Slug">Of which consultation; null for one that goes with none.</param>
internal sealed record HeldRole(StaffRole Role, string? Slug);
