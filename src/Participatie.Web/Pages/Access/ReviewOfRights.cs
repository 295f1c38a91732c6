using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Web.Access;

namespace Participatie.Web.Pages.Access;

/// <summary>
/// Which rights there are now, and when an administrator has to look at each again: at those of administrators every quarter, at others
/// every year (BIO2, measure 5.18).
/// </summary>
public sealed class ReviewOfRights(AccessDb db, TimeProvider clock)
{
    private const int MonthsForAdministrators = 3;
    private const int MonthsForOthers = 12;

    /// <summary>What is due first stands first.</summary>
    public async Task<IReadOnlyList<HeldRight>> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var accounts = await db.Accounts.AsNoTracking().ToDictionaryAsync(account => account.Id, cancellationToken);
        var grants = await db.RoleGrants.AsNoTracking().Where(grant => grant.Until > now).ToListAsync(cancellationToken);
        return
        [
            .. accounts.Values.Where(account => account.IsAdministrator).Select(OfAdministrator)
                .Concat(grants.Where(grant => accounts.ContainsKey(grant.AccountId)).Select(grant => Of(accounts[grant.AccountId], grant)))
                .OrderBy(right => right.Due).ThenBy(right => right.Account.Name, StringComparer.Ordinal).ThenBy(right => right.Role)
                .ThenBy(right => right.ConsultationId),
        ];
    }

    /// <summary>How many are late.</summary>
    public async Task<int> CountDueAsync(CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken)).Count(right => right.IsDue);

    private HeldRight OfAdministrator(Account account)
    {
        var since = account.AdministratorSince ?? account.MadeAt;
        return new HeldRight
        {
            Account = account,
            Role = null,
            ConsultationId = RoleGrant.NoConsultation,
            Since = since,
            LastDay = null,
            ConfirmedAt = account.ConfirmedAt,
            ConfirmedBy = account.ConfirmedBy,
            Due = DueOf(account.ConfirmedAt ?? since, MonthsForAdministrators),
            Today = Today,
        };
    }

    private HeldRight Of(Account account, RoleGrant grant) => new()
    {
        Account = account,
        Role = grant.Role,
        ConsultationId = grant.ConsultationId,
        Since = grant.GivenAt,
        LastDay = grant.LastDay,
        ConfirmedAt = grant.ConfirmedAt,
        ConfirmedBy = grant.ConfirmedBy,
        Due = DueOf(grant.ConfirmedAt ?? grant.GivenAt, MonthsForOthers),
        Today = Today,
    };

    private DateOnly Today => Amsterdam.DayOf(clock.GetUtcNow());

    private static DateOnly DueOf(long from, int months) =>
        Amsterdam.DayOf(DateTimeOffset.FromUnixTimeMilliseconds(from)).AddMonths(months);
}

/// <summary>One right of one account.</summary>
public sealed record HeldRight
{
    public required Account Account { get; init; }

    /// <summary>Null for that of administrator.</summary>
    public required StaffRole? Role { get; init; }

    public required int ConsultationId { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long Since { get; init; }

    /// <summary>Null for one without.</summary>
    public required DateOnly? LastDay { get; init; }

    /// <summary>Milliseconds since 1970, UTC; null for never.</summary>
    public required long? ConfirmedAt { get; init; }

    public required string? ConfirmedBy { get; init; }

    /// <summary>From this day on it is late.</summary>
    public required DateOnly Due { get; init; }

    public required DateOnly Today { get; init; }

    public bool IsDue => Due <= Today;
}
