using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;

namespace Participatie.Web.Pages.Access;

/// <summary>All accounts, for administrators: searched, a page at a time.</summary>
internal static class AccountsEndpoints
{
    private const int AccountsAPage = 25;

    public static async Task<IResult> Get(
        HttpContext context, AccessDb db, Database database, Catalogue catalogue, TimeProvider clock)
    {
        var asked = PageOfList.Of(context);
        var found = Matching(db.Accounts.AsNoTracking(), asked.Search);
        var count = await found.CountAsync(context.RequestAborted);
        var last = PageOfList.LastOf(count, AccountsAPage);
        var page = Math.Clamp(asked.Asked, 1, last);
        var accounts = await found.OrderBy(account => account.Name).ThenBy(account => account.NormalizedEmail)
            .Skip((page - 1) * AccountsAPage).Take(AccountsAPage).ToListAsync(context.RequestAborted);
        return PageResult.Of<AccountsPage>(new AccountsView
        {
            Accounts = await AccountSummary.ReadAsync(db, accounts, clock.GetUtcNow(), context.RequestAborted),
            Known = await KnownConsultations.ReadAsync(database, catalogue, context.RequestAborted),
            Search = asked.Search,
            Count = count,
            Page = page,
            Last = last,
        });
    }

    private static IQueryable<Account> Matching(IQueryable<Account> accounts, string search)
    {
        if (search.Length == 0)
            return accounts;
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Runs in the database, which knows no culture and no comparison.
        var small = search.ToLowerInvariant();
        return accounts.Where(account => account.Name.ToLower().Contains(small) || account.Email!.ToLower().Contains(small));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }
}

public sealed record AccountsView
{
    public required IReadOnlyList<AccountSummary> Accounts { get; init; }

    public required KnownConsultations Known { get; init; }

    public required string Search { get; init; }

    public required int Count { get; init; }

    public required int Page { get; init; }

    public required int Last { get; init; }

    public string PageAt(int page) => PageOfList.AddressOf(Addresses.Accounts, Search, page);
}
