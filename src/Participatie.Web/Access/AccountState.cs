using System.Security.Claims;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Access;

/// <summary>What each request of somebody signed in looks up: what was changed a moment ago on any instance holds at once.</summary>
internal sealed record AccountState(Guid Id, string Name, string Mail, string Stamp, bool IsAdministrator, bool IsBlocked)
{
    /// <returns>Null when the account is gone or blocked, or the person was signed out.</returns>
    public static async Task<AccountState?> OfAsync(Database database, ClaimsPrincipal? person, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(person?.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
            return null;
        var found = await database.ReadAsync(
            "SELECT name, email, security_stamp, is_administrator, is_blocked FROM accounts WHERE id = @id",
            row => new AccountState(id, row.GetString(0), row.GetString(1), row.GetString(2), row.GetBoolean(3), row.GetBoolean(4)),
            cancellationToken,
            ("@id", id));
        return found is [{ IsBlocked: false } account] && account.Stamp == person.FindFirstValue(Staff.Stamp) ? account : null;
    }
}
