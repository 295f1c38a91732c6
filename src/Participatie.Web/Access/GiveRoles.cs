namespace Participatie.Web.Access;

/// <summary>Gives an account roles within a change by an administrator; those that it has already get the new last day.</summary>
internal sealed class GiveRoles(GrantRole grant, TimeProvider clock)
{
    public async ValueTask GiveAsync(AdministratorWork work, Guid account, GivenRoles roles)
    {
        foreach (var role in roles.Roles)
        {
            work.Lines.Add(await grant.GrantAsync(work.Scope, new NewGrant
            {
                AccountId = account,
                Role = role.Role,
                ConsultationId = role.ConsultationId,
                LastDay = role.LastDay,
                By = work.Doer.Said,
                Network = work.Doer.Network,
            }));
        }

        if (!roles.Administrator || await work.FindAsync(account) is not { IsAdministrator: false } now)
            return;
        await work.Scope.ExecuteAsync(
            """
            UPDATE accounts SET is_administrator = @yes, administrator_since = @now, confirmed_at = NULL, confirmed_by = NULL,
            concurrency_stamp = @stamp WHERE id = @id
            """,
            ("@yes", true),
            ("@now", clock.GetUtcNow().ToUnixTimeMilliseconds()),
            ("@stamp", Guid.NewGuid().ToString()),
            ("@id", account));
        await work.NoteAsync(work.Doer.Note("rol gegeven", now.Said) with { After = "beheerder" });
    }
}

/// <param name="Administrator">Whether that is one of them; it has no last day.</param>
/// <param name="Roles">The others.</param>
public sealed record GivenRoles(bool Administrator, IReadOnlyList<GivenRole> Roles);

/// <param name="Role">Which.</param>
/// <param name="ConsultationId">Or <see cref="RoleGrant.NoConsultation"/>.</param>
/// <param name="LastDay">Inclusive.</param>
public sealed record GivenRole(StaffRole Role, int ConsultationId, DateOnly LastDay);
