namespace Participatie.Web.Access;

/// <summary>Writes down that an administrator looked at a role and that it is right.</summary>
internal static class ConfirmRole
{
    public static async ValueTask ConfirmAsync(
        AdministratorWork work, AccountNow account, StaffRole? role, int consultation, DateTimeOffset now)
    {
        var confirmed = role is { } granted
            ? await work.Scope.ExecuteAsync(
                """
                UPDATE role_grants SET confirmed_at = @now, confirmed_by = @by
                WHERE account_id = @account AND role = @role AND consultation_id = @consultation
                """,
                ("@now", now.ToUnixTimeMilliseconds()), ("@by", work.Doer.Said), ("@account", account.Id), ("@role", (int)granted),
                ("@consultation", consultation))
            : await work.Scope.ExecuteAsync(
                "UPDATE accounts SET confirmed_at = @now, confirmed_by = @by WHERE id = @account AND is_administrator",
                ("@now", now.ToUnixTimeMilliseconds()), ("@by", work.Doer.Said), ("@account", account.Id));
        if (confirmed == 0)
            return;
        var slug = (string?)await work.Scope.ScalarAsync("SELECT slug FROM consultations WHERE id = @id", ("@id", consultation));
        await work.NoteAsync(work.Doer.Note("recht bevestigd", account.Said) with
        {
            After = role is { } said ? GrantRole.SaidOf(said, slug) : "beheerder",
        });
    }
}
