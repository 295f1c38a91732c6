using Participatie.Surveys.Storage;

namespace Participatie.Web.Access;

/// <summary>Who is of the council, at this moment.</summary>
internal static class CouncilRole
{
    private const string Held =
        """
        FROM accounts JOIN role_grants ON role_grants.account_id = accounts.id
        WHERE role = @role AND until > @now AND NOT is_blocked
        """;

    /// <summary>Asks inside the transaction of what needs the role: it may have been taken away a moment ago.</summary>
    public static Func<WriteScope, string, ValueTask<bool>> IsHeldAsync(HttpContext context) => async (scope, account) =>
        Guid.TryParse(account, out var id)
        && await scope.ScalarAsync($"SELECT 1 {Held} AND accounts.id = @account", [.. Asked(context), ("@account", id)]) is not null;

    /// <summary>The same for a page.</summary>
    public static async Task<bool> IsHeldAsync(HttpContext context, Database database, string account) =>
        Guid.TryParse(account, out var id)
        && await database.ReadAsync(
            $"SELECT accounts.id {Held} AND accounts.id = @account",
            static row => row.GetGuid(0),
            context.RequestAborted,
            [.. Asked(context), ("@account", id)]) is [_, ..];

    public static async Task<IReadOnlyList<CouncilAccount>> ListAsync(HttpContext context, Database database) =>
        await database.ReadAsync(
            $"SELECT DISTINCT accounts.id, name, email {Held} ORDER BY name, email",
            row => new CouncilAccount(row.GetGuid(0), row.GetString(1), row.GetString(2)),
            context.RequestAborted,
            Asked(context));

    private static (string, object?)[] Asked(HttpContext context) =>
    [
        ("@role", (int)StaffRole.CouncilMember),
        ("@now", context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds()),
    ];
}

/// <summary>Somebody of the council who has an account.</summary>
public sealed record CouncilAccount(Guid Id, string Name, string Mail);
