using Participatie.Surveys.Storage;

namespace Participatie.Web.Access;

/// <summary>Who is of the council, and who presides over it, at this moment: the chair is a member too.</summary>
internal static class CouncilRole
{
    private const string Held =
        """
        FROM accounts JOIN role_grants ON role_grants.account_id = accounts.id
        WHERE role IN (@role, @chair) AND until > @now AND NOT is_blocked
        """;

    /// <summary>Asks inside the transaction of what needs the role: it may have been taken away a moment ago.</summary>
    public static Func<WriteScope, string, ValueTask<bool>> IsHeldAsync(HttpContext context) =>
        InTransaction(context, StaffRole.CouncilMember);

    /// <summary>The same of the chair.</summary>
    public static Func<WriteScope, string, ValueTask<bool>> IsChairAsync(HttpContext context) => InTransaction(context, StaffRole.Chair);

    /// <summary>For a page.</summary>
    public static Task<bool> IsHeldAsync(HttpContext context, Database database, string account) =>
        ReadAsync(context, database, account, StaffRole.CouncilMember);

    /// <inheritdoc cref="IsHeldAsync(HttpContext, Database, string)"/>
    public static Task<bool> IsChairAsync(HttpContext context, Database database, string account) =>
        ReadAsync(context, database, account, StaffRole.Chair);

    public static async Task<IReadOnlyList<CouncilAccount>> ListAsync(HttpContext context, Database database) =>
        await database.ReadAsync(
            $"SELECT accounts.id, name, email, MAX(role) {Held} GROUP BY accounts.id, name, email ORDER BY name, email",
            row => new CouncilAccount(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetInt32(3) == (int)StaffRole.Chair),
            context.RequestAborted,
            Asked(context, StaffRole.CouncilMember));

    private static Func<WriteScope, string, ValueTask<bool>> InTransaction(HttpContext context, StaffRole least) =>
        async (scope, account) =>
            Guid.TryParse(account, out var id)
            && await scope.ScalarAsync(
                $"SELECT 1 {Held} AND accounts.id = @account", [.. Asked(context, least), ("@account", id)]) is not null;

    private static async Task<bool> ReadAsync(HttpContext context, Database database, string account, StaffRole least) =>
        Guid.TryParse(account, out var id)
        && await database.ReadAsync(
            $"SELECT accounts.id {Held} AND accounts.id = @account",
            static row => row.GetGuid(0),
            context.RequestAborted,
            [.. Asked(context, least), ("@account", id)]) is [_, ..];

    private static (string, object?)[] Asked(HttpContext context, StaffRole least) =>
    [
        ("@role", (int)least),
        ("@chair", (int)StaffRole.Chair),
        ("@now", context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds()),
    ];
}

/// <summary>Somebody of the council who has an account.</summary>
public sealed record CouncilAccount(Guid Id, string Name, string Mail, bool IsChair);
