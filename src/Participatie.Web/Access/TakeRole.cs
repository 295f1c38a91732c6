namespace Participatie.Web.Access;

/// <summary>Takes a role from an account: it ends at the next request.</summary>
internal static class TakeRole
{
    /// <summary>One that is not there any more was taken already.</summary>
    /// <param name="work">The change.</param>
    /// <param name="account">Whose role it is.</param>
    /// <param name="role">Null for that of administrator.</param>
    /// <param name="consultation">Or <see cref="RoleGrant.NoConsultation"/>.</param>
    public static async ValueTask TakeAsync(AdministratorWork work, AccountNow account, StaffRole? role, int consultation)
    {
        var ended = role is { } granted
            ? await EndAsync(work, account.Id, granted, consultation)
            : await EndAdministratorAsync(work, account);
        if (ended is { } said)
            await work.NoteAsync(work.Doer.Note("rol weggehaald", account.Said) with { Before = said });
    }

    private static async ValueTask<string?> EndAdministratorAsync(AdministratorWork work, AccountNow account) =>
        await work.Scope.ExecuteAsync(
            """
            UPDATE accounts SET is_administrator = @no, administrator_since = NULL, concurrency_stamp = @stamp
            WHERE id = @id AND is_administrator
            """,
            ("@no", false),
            ("@stamp", Guid.NewGuid().ToString()),
            ("@id", account.Id)) == 1
            ? "beheerder"
            : null;

    private static async ValueTask<string?> EndAsync(AdministratorWork work, Guid account, StaffRole role, int consultation)
    {
        (string, object?)[] key = [("@account", account), ("@role", (int)role), ("@consultation", consultation)];
        const string Where = "WHERE account_id = @account AND role = @role AND consultation_id = @consultation";
        if (await work.Scope.ScalarAsync($"SELECT until FROM role_grants {Where}", key) is not long until)
            return null;
        var slug = (string?)await work.Scope.ScalarAsync("SELECT slug FROM consultations WHERE id = @id", ("@id", consultation));
        await work.Scope.ExecuteAsync($"DELETE FROM role_grants {Where}", key);
        return GrantRole.SaidOf(role, slug, RoleGrant.LastDayOf(until));
    }
}
