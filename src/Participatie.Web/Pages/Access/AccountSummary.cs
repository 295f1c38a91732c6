using Microsoft.EntityFrameworkCore;
using Participatie.Web.Access;

namespace Participatie.Web.Pages.Access;

/// <summary>An account as administrators see it.</summary>
public sealed record AccountSummary
{
    public required Account Account { get; init; }

    /// <summary>Also those that ended.</summary>
    public required IReadOnlyList<RoleGrant> Roles { get; init; }

    public required int Passkeys { get; init; }

    /// <summary>Until when the link of its invitation works; null when there is none.</summary>
    public required DateTimeOffset? InvitedUntil { get; init; }

    public required DateTimeOffset Now { get; init; }

    public IEnumerable<RoleGrant> RolesNow => Roles.Where(IsNow);

    public bool IsInvited => Account.PasswordHash is null;

    public bool IsNow(RoleGrant role) => role.Until > Now.ToUnixTimeMilliseconds();

    public static async Task<IReadOnlyList<AccountSummary>> ReadAsync(
        AccessDb db, IReadOnlyList<Account> accounts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = accounts.Select(account => account.Id).ToList();
        var time = now.ToUnixTimeMilliseconds();
        var roles = (await db.RoleGrants.AsNoTracking().Where(role => ids.Contains(role.AccountId)).ToListAsync(cancellationToken))
            .ToLookup(role => role.AccountId);
        var passkeys = (await db.Passkeys.AsNoTracking().Where(passkey => ids.Contains(passkey.UserId)).Select(passkey => passkey.UserId)
            .ToListAsync(cancellationToken)).ToLookup(id => id);
        var links = (await db.Links.AsNoTracking()
            .Where(link => link.Kind == LinkKind.Invitation && link.AccountId != null && ids.Contains(link.AccountId.Value)
                && link.Until > time)
            .ToListAsync(cancellationToken)).ToDictionary(link => link.AccountId!.Value, link => link.Until);
        return
        [
            .. accounts.Select(account => new AccountSummary
            {
                Account = account,
                Roles = [.. roles[account.Id].OrderBy(role => role.Role).ThenBy(role => role.ConsultationId)],
                Passkeys = passkeys[account.Id].Count(),
                InvitedUntil = links.TryGetValue(account.Id, out var until) ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null,
                Now = now,
            }),
        ];
    }
}
