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
        var search = PageOf.SearchIn(context);
        var page = await PageOf.TakeAsync(
            Matching(db.Accounts.AsNoTracking(), search).OrderBy(account => account.Name).ThenBy(account => account.NormalizedEmail),
            context.Request.Query[PageOf.Name],
            AccountsAPage,
            context.RequestAborted);
        var shown = await AccountSummary.ReadAsync(db, page.Rows, clock.GetUtcNow(), context.RequestAborted);
        return PageResult.Of<AccountsPage>(new AccountsView
        {
            Accounts = page.Select(_ => shown),
            Known = await KnownConsultations.ReadAsync(database, catalogue, context.RequestAborted),
            Search = search,
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
    public required PageOf<AccountSummary> Accounts { get; init; }

    public required KnownConsultations Known { get; init; }

    public required string Search { get; init; }

    public string PageAt(int page) => PageOf.AddressOf(Addresses.Accounts, Search, page);
}
