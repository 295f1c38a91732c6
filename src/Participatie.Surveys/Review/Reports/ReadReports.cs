using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Reports;

/// <summary>Which reports a list shows.</summary>
public enum ReportsShown
{
    /// <summary>Somebody waits for an answer, or for what was promised.</summary>
    Waiting,

    All,

    /// <summary>What was no report.</summary>
    SetAside,
}

/// <summary>Reads what visitors reported, for staff and for who has the code.</summary>
public sealed class ReadReports(Database database, CodeKeys keys)
{
    /// <returns>Null when nobody has this code.</returns>
    public async Task<VisitorReport?> ByCodeAsync(Code code, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        foreach (var hash in keys.NewestFirst.Select(key => key.HashOfReport(code)))
        {
            if (await context.VisitorReports.AsNoTracking().SingleOrDefaultAsync(one => one.CodeHash == hash, cancellationToken) is { } entry)
            {
                return await WithEventsAsync(context, entry, cancellationToken);
            }
        }

        return null;
    }

    /// <returns>Null when there is no such report.</returns>
    public async Task<VisitorReport?> OneAsync(int number, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await context.VisitorReports.AsNoTracking().SingleOrDefaultAsync(one => one.Number == number, cancellationToken) is { } entry
            ? await WithEventsAsync(context, entry, cancellationToken)
            : null;
    }

    /// <summary>Those about the product for which somebody still waits, the oldest first.</summary>
    public async Task<IReadOnlyList<VisitorReportEntry>> OpenOnProductAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await Matching(context, "", ReportsShown.Waiting).Where(one => one.Subject == (short)FindingSubject.Product)
            .OrderBy(one => one.Number).ToListAsync(cancellationToken);
    }

    /// <summary>How many wait, and the first day on which one is due; null when none does.</summary>
    public async Task<(int Count, DateOnly First)?> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var waiting = Matching(context, "", ReportsShown.Waiting);
        return await waiting.CountAsync(cancellationToken) is > 0 and var count
            ? (count, DateOnly.FromDayNumber(await waiting.MinAsync(one => one.DueOn, cancellationToken)))
            : null;
    }

    /// <summary>Of each that waits and is about a page: which, and the day on which it is due.</summary>
    public async Task<IReadOnlyList<(string Page, DateOnly DueOn)>> WaitingPagesAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var rows = await Matching(context, "", ReportsShown.Waiting).Where(one => one.Page != "")
            .Select(one => new { one.Page, one.DueOn }).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => (row.Page, DateOnly.FromDayNumber(row.DueOn)));
    }

    /// <summary>A list for staff: who waits longest first, then the newest.</summary>
    /// <param name="context">In which it is read.</param>
    /// <param name="search">In the words, the page or as the number; empty for all.</param>
    /// <param name="shown">Which of them.</param>
    /// <param name="under">Only about the page at this path and those behind it; null for all.</param>
    public static IQueryable<VisitorReportEntry> Matching(
        ParticipatieDb context, string search, ReportsShown shown, string? under = null)
    {
        var all = context.VisitorReports.AsNoTracking();
        if (under is not null)
        {
            // Letter by letter: LIKE takes no notice of capitals in one of the databases.
            var behind = under + "/";
            var length = behind.Length;
            all = all.Where(one => one.Page == under || one.Page.Substring(0, length) == behind);
        }

        all = shown switch
        {
            ReportsShown.Waiting => all.Where(one => one.State == (short)ReportState.Open || one.State == (short)ReportState.Promised),
            ReportsShown.SetAside => all.Where(one => one.State == (short)ReportState.SetAside),
            _ => all,
        };
        if (search.Length > 0)
        {
            var number = int.TryParse(search, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
            var lower = search.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Runs in the database, which knows no culture and no comparison.
            all = all.Where(one => one.Text.ToLower().Contains(lower) || one.Page.ToLower().Contains(lower) || one.Number == number);
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        return shown == ReportsShown.Waiting
            ? all.OrderBy(one => one.DueOn).ThenBy(one => one.Number)
            : all.OrderByDescending(one => one.Number);
    }

    private static async Task<VisitorReport> WithEventsAsync(
        ParticipatieDb context, VisitorReportEntry entry, CancellationToken cancellationToken) => new(
        entry,
        await context.ReportEvents.AsNoTracking().Where(one => one.Report == entry.Number).OrderBy(one => one.Number)
            .ToListAsync(cancellationToken));
}
