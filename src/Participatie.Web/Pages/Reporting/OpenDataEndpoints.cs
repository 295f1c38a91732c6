using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.OpenData;
using Participatie.Surveys.Reporting.Results;

namespace Participatie.Web.Pages.Reporting;

/// <summary>The published tables as files. They are the same for every visitor, so any cache may keep them.</summary>
internal static class OpenDataEndpoints
{
    public const string TableCsv = "uitslag.csv";
    public const string TableJson = "uitslag.json";
    public const string CodebookCsv = "codeboek.csv";
    public const string CodebookJson = "codeboek.json";

    // A new publication comes after 10 responses at least: nobody misses much in five minutes.
    private const string Kept = "public, max-age=300";

    public static async Task<IResult> Get(
        string slug, Catalogue catalogue, ReadResultPage results, TimeProvider clock, CancellationToken cancellationToken) =>
        catalogue.Latest(slug) is not { } version
            ? Results.NotFound()
            : PageResult.Of<OpenDataPage>(new OpenDataView
            {
                Definition = version.Definition,
                Versions = [.. catalogue.VersionsOf(version.ConsultationId).Select(known => known.Number)],
                Changed = await results.HasNumbersAsync(version.ConsultationId, cancellationToken)
                    ? await results.LastChangeAsync(version.ConsultationId, cancellationToken)
                    : null,
                ResultsAfter = ResultsView.FirstDay(catalogue, version, clock.GetUtcNow()),
            });

    public static async Task<IResult> GetFile(
        HttpContext context, string slug, string file, Catalogue catalogue, ReadResultPage results, CancellationToken cancellationToken)
    {
        if (catalogue.Latest(slug) is not { } version
            || !await results.HasNumbersAsync(version.ConsultationId, cancellationToken)
            || await results.LastChangeAsync(version.ConsultationId, cancellationToken) is not { } changed)
        {
            return Results.NotFound();
        }

        var versions = catalogue.VersionsOf(version.ConsultationId);
        var bytes = file switch
        {
            CodebookCsv => CodebookFiles.ToCsv(OpenCodebook.Of(versions)),
            CodebookJson => CodebookFiles.ToJson(OpenCodebook.Of(versions)),
            TableCsv => OpenFiles.ToCsv(await RowsAsync()),
            TableJson => OpenFiles.ToJson(version.Definition, versions, changed, await RowsAsync()),
            _ => null,
        };
        if (bytes is null)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = Kept;
        return Results.Bytes(
            bytes,
            file.EndsWith("csv", StringComparison.Ordinal) ? "text/csv; charset=utf-8" : "application/json",
            $"{slug}-{file}",
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\""));

        async Task<IReadOnlyList<OpenRow>> RowsAsync() =>
            OpenTable.Of(versions, await results.ReadPublishedAsync(version.ConsultationId, cancellationToken));
    }
}
