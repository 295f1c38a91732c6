using System.Globalization;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Access;

/// <summary>What staff did, for administrators: searched, a page at a time, and as a file.</summary>
internal static class AuditLogEndpoints
{
    /// <summary>Asks for every line to be verified.</summary>
    public const string Whole = "heel";
    private const int LinesAPage = 50;
    private static readonly string[] Columns = ["nummer", "tijd", "wie", "netwerk", "wat", "waarvan", "resultaat", "voor", "na"];

    public static async Task<IResult> Get(HttpContext context, Database database, VerifyAuditLog verify, Settings settings)
    {
        var search = PageOf.SearchIn(context);
        await using var db = database.NewContext();
        return PageResult.Of<AuditLogPage>(new AuditLogView
        {
            Lines = await PageOf.TakeAsync(
                Matching(db.AuditLog.AsNoTracking(), search).OrderByDescending(line => line.Number),
                context.Request.Query[PageOf.Name],
                LinesAPage,
                context.RequestAborted),
            Search = search,
            Verified = await verify.VerifyAsync(whole: context.Request.Query.ContainsKey(Whole), context.RequestAborted),
            Months = settings.AuditLogMonths,
        });
    }

    /// <summary>All of it, also when it was searched. Whoever takes it out is in it the next time.</summary>
    public static async Task<IResult> GetFile(HttpContext context, Database database, AuditLog audit)
    {
        await audit.WriteAsync(
            Doer.Of(context).Note("logboek als bestand", "logboek"), context.RequestAborted);
        await using var db = database.NewContext();
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, CsvWriterOptions.Default with { WriteByteOrderMark = true }, leaveOpen: true))
        {
            csv.WriteRecord(Columns);
            await foreach (
                var line in db.AuditLog.AsNoTracking().OrderBy(line => line.Number).AsAsyncEnumerable()
                    .WithCancellation(context.RequestAborted))
            {
                csv.WriteRecord(
                [
                    line.Number.ToString(CultureInfo.InvariantCulture),
                    DateTimeOffset.FromUnixTimeMilliseconds(line.At).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                    HarmlessText.Of(line.Who),
                    line.Network,
                    line.Action,
                    HarmlessText.Of(line.Subject),
                    line.Result,
                    HarmlessText.Of(line.Before),
                    HarmlessText.Of(line.After),
                ]);
            }
        }

        return Results.Bytes(bytes.ToArray(), "text/csv; charset=utf-8", "logboek.csv");
    }

    private static IQueryable<AuditEntry> Matching(IQueryable<AuditEntry> lines, string search)
    {
        if (search.Length == 0)
            return lines;
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Runs in the database, which knows no culture and no comparison.
        var small = search.ToLowerInvariant();
        return lines.Where(line => line.Who.ToLower().Contains(small) || line.Subject.ToLower().Contains(small) || line.Action.ToLower()
            .Contains(small)
            || line.Result.ToLower().Contains(small) || line.Network.Contains(small));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }
}

public sealed record AuditLogView
{
    /// <summary>Newest first.</summary>
    public required PageOf<AuditEntry> Lines { get; init; }

    public required string Search { get; init; }

    public required AuditVerification Verified { get; init; }

    /// <summary>How long a line is kept.</summary>
    public required int Months { get; init; }

    public string PageAt(int page) => PageOf.AddressOf(Addresses.AuditLog, Search, page);
}
