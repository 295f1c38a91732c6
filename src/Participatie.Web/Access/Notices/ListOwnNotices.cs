using System.Security.Claims;
using Microsoft.EntityFrameworkCore;

namespace Participatie.Web.Access.Notices;

/// <summary>What waits for one person of the staff: what a mail tells them, for as long as it waits.</summary>
public sealed class ListOwnNotices(ListNotices notices, AccessDb db, TimeProvider clock)
{
    public async Task<IReadOnlyList<Notice>> ListAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        // Whoever did it knows.
        var waiting = (await notices.ListAsync(cancellationToken)).Where(notice => notice.Who != Staff.SaidOf(person)).ToList();
        if (!Staff.IsAdministrator(person))
            return waiting.FindAll(notice => notice.For.HasFlag(NoticeFor.Authors) && Staff.IsAuthorOf(person, notice.Slug));
        var authored = await AuthoredAsync(cancellationToken);
        return waiting.FindAll(notice => notice.For.HasFlag(NoticeFor.Administrators)
            || Staff.IsAuthorItself(person, notice.Slug)
            || !authored.Contains(notice.ConsultationId));
    }

    /// <summary>A consultation without an author is its administrators' business.</summary>
    private async Task<HashSet<int>> AuthoredAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return
        [
            .. await db.RoleGrants.AsNoTracking()
                .Where(grant => grant.Role == StaffRole.Author && grant.Until > now
                    && db.Accounts.Any(account => account.Id == grant.AccountId && !account.IsBlocked))
                .Select(grant => grant.ConsultationId).Distinct().ToListAsync(cancellationToken),
        ];
    }
}
