using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Decisions;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.Export.Columns;
using Participatie.Surveys.Reporting.Export.Packing;
using Participatie.Surveys.Reporting.OpenData;
using Participatie.Surveys.Reporting.Results;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Reporting;

/// <summary>
/// The published tables as files, and a catalogue over all of them. They are the same for every visitor, so any cache may keep them.
/// </summary>
internal static class OpenDataEndpoints
{
    public const string TableCsv = "uitslag.csv";
    public const string TableJson = "uitslag.json";
    public const string CodebookCsv = "codeboek.csv";
    public const string CodebookJson = "codeboek.json";
    public const string ChangesCsv = "wijzigingen.csv";
    public const string DecisionsCsv = "besluiten.csv";
    public const string Dataset = "dataset.jsonld";
    public const string Schema = "antwoorden.schema.json";

    // A new publication comes after 10 responses at least: nobody misses much in five minutes.
    private const string Kept = "public, max-age=300";

    private const string JsonLd = "application/ld+json";

    private static readonly DcatPages Pages = new(
        Addresses.OpenData,
        slug => new[] { CodebookCsv, CodebookJson, ChangesCsv, DecisionsCsv }.Select(file => Addresses.OpenDataFile(slug, file))
            .Append(Addresses.Results(slug)).Append(Addresses.Charter(slug)),
        slug =>
        [
            new DcatTable(Addresses.OpenDataFile(slug, TableCsv), "Tabel (CSV)", "text/csv", "CSV"),
            new DcatTable(Addresses.OpenDataFile(slug, TableJson), "Tabel (JSON)", "application/json", "JSON"),
        ]);

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
                IsMadeUp = catalogue.LifeOf(version).IsMadeUp,
            });

    public static async Task<IResult> GetFile(
        HttpContext context,
        string slug,
        string file,
        Catalogue catalogue,
        ReadResultPage results,
        ReadDecisions decisions,
        CancellationToken cancellationToken)
    {
        if (file == Schema && catalogue.Latest(slug) is { } asked)
        {
            // Questions and choices are known to everybody from the first day; nobody's answers are in it.
            return File(
                context, AnswersSchema.Of(new ExportPlan(catalogue.VersionsOf(asked.ConsultationId))), file, $"{slug}-{file}");
        }

        if (catalogue.Latest(slug) is not { } version
            || !await results.HasNumbersAsync(version.ConsultationId, cancellationToken)
            || await results.LastChangeAsync(version.ConsultationId, cancellationToken) is not { } changed)
        {
            return Results.NotFound();
        }

        var versions = catalogue.VersionsOf(version.ConsultationId);
        var life = catalogue.LifeOf(version);
        var bytes = file switch
        {
            CodebookCsv => CodebookFiles.ToCsv(OpenCodebook.Of(versions)),
            CodebookJson => CodebookFiles.ToJson(OpenCodebook.Of(versions)),
            TableCsv => OpenFiles.ToCsv(await RowsAsync()),
            TableJson => OpenFiles.ToJson(versions, changed, await HistoryAsync(), await RowsAsync()),
            ChangesCsv => OpenHistoryFiles.ChangesToCsv(await HistoryAsync()),
            DecisionsCsv => OpenHistoryFiles.DecisionsToCsv(await HistoryAsync()),
            // What is made up is described for no portal.
            Dataset when !life.IsMadeUp => CatalogueOf(context).Write(new OpenDataset(version, life, changed)),
            _ => null,
        };
        return bytes is null ? Results.NotFound() : File(context, bytes, file, $"{slug}-{file}");

        async Task<IReadOnlyList<OpenRow>> RowsAsync() =>
            OpenTable.Of(
                versions,
                await results.ReadPublishedAsync(version.ConsultationId, cancellationToken),
                await results.LettersAsync(version.ConsultationId, cancellationToken));

        async Task<OpenHistory> HistoryAsync() =>
            OpenHistory.Of(version, life, await decisions.PublicOfAsync(version.ConsultationId, cancellationToken));
    }

    /// <summary>All that has figures, for people.</summary>
    public static async Task<IResult> GetCatalogue(
        HttpContext context, ListOpenData open, int? pagina, CancellationToken cancellationToken) =>
        OpenCatalogueView.Of(await open.ListAsync(cancellationToken), PageOf.SearchIn(context), pagina ?? 1) is { } view
            ? PageResult.Of<OpenCataloguePage>(view)
            : Results.NotFound();

    /// <summary>The same for portals that harvest it.</summary>
    public static async Task<IResult> GetCatalogueFile(
        HttpContext context, ListOpenData open, int? pagina, CancellationToken cancellationToken)
    {
        var all = await open.ListAsync(cancellationToken);
        var number = pagina ?? 1;
        if (number < 1 || number > DcatCatalogue.PagesOf(all.Count))
        {
            return Results.NotFound();
        }

        var bytes = CatalogueOf(context).Write(all, number, Addresses.OpenCatalogue, Addresses.OpenCatalogueFileAt);
        return File(context, bytes, Addresses.OpenCatalogueFile, fileName: null);
    }

    private static DcatCatalogue CatalogueOf(HttpContext context)
    {
        var settings = context.RequestServices.GetRequiredService<Settings>();
        return new DcatCatalogue(
            new DcatPublisher(
                PublicAddress.Of(context),
                settings.Publisher,
                InterfaceWords.For(Languages.Dutch)["frame.organisation"],
                settings.HelpDesk.Mail,
                Addresses.Help),
            Pages);
    }

    /// <param name="context">Of the request.</param>
    /// <param name="bytes">What is in it.</param>
    /// <param name="file">Its ending says what it is.</param>
    /// <param name="fileName">To keep it under; null of what a program reads.</param>
    private static IResult File(HttpContext context, byte[] bytes, string file, string? fileName)
    {
        context.Response.Headers.CacheControl = Kept;
        return Results.Bytes(
            bytes,
            Path.GetExtension(file) switch
            {
                ".csv" => "text/csv; charset=utf-8",
                ".jsonld" => JsonLd,
                _ => "application/json",
            },
            fileName,
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\""));
    }
}
