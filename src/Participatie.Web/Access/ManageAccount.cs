using Participatie.Surveys.Storage;

namespace Participatie.Web.Access;

/// <summary>What an administrator does with one account. Each returns whether the account was there.</summary>
internal sealed class ManageAccount(AsAdministrator administrators, AccessLinks links, GiveRoles roles, TimeProvider clock)
{
    public Task<bool> GiveRolesAsync(Doer doer, Guid id, GivenRoles given, CancellationToken cancellationToken) =>
        OnAsync(doer, id, (work, account) => roles.GiveAsync(work, account.Id, given), cancellationToken);

    /// <summary>Of a role that the account still has: an old page gives nothing back that was taken away meanwhile.</summary>
    public Task<bool> MoveLastDayAsync(Doer doer, Guid id, GivenRole role, CancellationToken cancellationToken) => OnAsync(
        doer,
        id,
        async (work, account) =>
        {
            var has = await work.Scope.ScalarAsync(
                "SELECT 1 FROM role_grants WHERE account_id = @account AND role = @role AND consultation_id = @consultation",
                ("@account", id), ("@role", (int)role.Role), ("@consultation", role.ConsultationId));
            if (has is not null)
                await roles.GiveAsync(work, account.Id, new GivenRoles(Administrator: false, [role]));
        },
        cancellationToken);

    /// <param name="doer">Who does it.</param>
    /// <param name="id">Of the account.</param>
    /// <param name="role">Null for that of administrator.</param>
    /// <param name="consultation">Or <see cref="RoleGrant.NoConsultation"/>.</param>
    /// <param name="cancellationToken">The visitor left.</param>
    public Task<bool> TakeRoleAsync(Doer doer, Guid id, StaffRole? role, int consultation, CancellationToken cancellationToken) =>
        OnAsync(doer, id, (work, account) => TakeRole.TakeAsync(work, account, role, consultation), cancellationToken);

    /// <summary>Whoever is blocked is out at once, and a session from before does not come back with the account.</summary>
    public Task<bool> BlockAsync(Doer doer, Guid id, bool isBlocked, CancellationToken cancellationToken) => OnAsync(
        doer,
        id,
        async (work, account) =>
        {
            if (account.IsBlocked == isBlocked)
                return;
            await work.Scope.ExecuteAsync("UPDATE accounts SET is_blocked = @blocked WHERE id = @id", ("@blocked", isBlocked), ("@id", id));
            await work.Scope.ExecuteAsync("DELETE FROM access_links WHERE account_id = @id", ("@id", id));
            await StartSession.EndAllAsync(work.Scope, id);
            await work.NoteAsync(work.Doer.Note(isBlocked ? "account geblokkeerd" : "blokkade opgeheven", account.Said) with
            {
                Before = isBlocked ? "actief" : "geblokkeerd",
                After = isBlocked ? "geblokkeerd" : "actief",
            });
        },
        cancellationToken);

    /// <summary>With all that hangs on it, but for the lines in the audit log.</summary>
    public Task<bool> RemoveAsync(Doer doer, Guid id, CancellationToken cancellationToken) => OnAsync(
        doer,
        id,
        async (work, account) =>
        {
            await work.Scope.ExecuteAsync("DELETE FROM accounts WHERE id = @id", ("@id", id));
            await work.NoteAsync(work.Doer.Note("account weggehaald", account.Said) with
            {
                Before = account.IsAdministrator ? "beheerder" : "",
            });
        },
        cancellationToken);

    /// <summary>
    /// The app, the codes on paper and the passkeys work no more, and every session is over. Only the link leads to a new second step: a
    /// password alone does not.
    /// </summary>
    /// <returns>The token of the link; null when the account is not there, is blocked, or waits for an invitation.</returns>
    public Task<string?> ResetSecondStepAsync(
        Doer doer, Guid id, Func<WriteScope, string, ValueTask> handOver, CancellationToken cancellationToken) =>
        LinkAsync(
            doer,
            id,
            LinkKind.SecondStep,
            async (work, account) =>
            {
                await work.Scope.ExecuteAsync(
                    "UPDATE accounts SET totp_key = NULL, second_step_by_link = @yes WHERE id = @id", ("@yes", true), ("@id", id));
                await work.Scope.ExecuteAsync("DELETE FROM recovery_codes WHERE account_id = @id", ("@id", id));
                await work.Scope.ExecuteAsync("DELETE FROM passkeys WHERE user_id = @id", ("@id", id));
                await StartSession.EndAllAsync(work.Scope, id);
                await work.NoteAsync(work.Doer.Note("tweede stap weggehaald", account.Said));
            },
            handOver,
            cancellationToken);

    /// <summary>A link for who has no password yet, or forgot it.</summary>
    /// <returns>As above.</returns>
    public Task<string?> MakeLinkAsync(
        Doer doer, Guid id, LinkKind kind, Func<WriteScope, string, ValueTask> handOver, CancellationToken cancellationToken) =>
        LinkAsync(
            doer,
            id,
            kind,
            (work, account) => work.NoteAsync(
                work.Doer.Note(kind == LinkKind.Invitation ? "nieuwe uitnodiging" : "link voor een nieuw wachtwoord", account.Said)),
            handOver,
            cancellationToken);

    /// <summary>The rights of an account were looked at and are right.</summary>
    /// <param name="doer">Who looked.</param>
    /// <param name="id">Of the account.</param>
    /// <param name="role">Null for that of administrator.</param>
    /// <param name="consultation">Or <see cref="RoleGrant.NoConsultation"/>.</param>
    /// <param name="cancellationToken">The visitor left.</param>
    public Task<bool> ConfirmRoleAsync(Doer doer, Guid id, StaffRole? role, int consultation, CancellationToken cancellationToken) =>
        OnAsync(
            doer,
            id,
            (work, account) => ConfirmRole.ConfirmAsync(work, account, role, consultation, clock.GetUtcNow()),
            cancellationToken);

    private async Task<string?> LinkAsync(
        Doer doer,
        Guid id,
        LinkKind kind,
        Func<AdministratorWork, AccountNow, ValueTask> change,
        Func<WriteScope, string, ValueTask> handOver,
        CancellationToken cancellationToken)
    {
        var token = AccessLinks.NewToken();
        var isMade = await administrators.RunAsync(
            doer,
            async work =>
            {
                if (await work.FindAsync(id) is not { IsBlocked: false } account || account.HasPassword == (kind == LinkKind.Invitation))
                    return false;
                await change(work, account);
                await links.PutAsync(work.Scope, token, kind, id);
                await handOver(work.Scope, token);
                return true;
            },
            cancellationToken);
        return isMade ? token : null;
    }

    private Task<bool> OnAsync(
        Doer doer, Guid id, Func<AdministratorWork, AccountNow, ValueTask> change, CancellationToken cancellationToken) =>
        administrators.RunAsync(
            doer,
            async work =>
            {
                if (await work.FindAsync(id) is not { } account)
                    return false;
                await change(work, account);
                return true;
            },
            cancellationToken);
}
