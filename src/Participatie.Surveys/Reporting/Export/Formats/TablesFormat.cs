using Participatie.Surveys.Reporting.Export.Packing;
using Participatie.Surveys.Reporting.OpenData;

namespace Participatie.Surveys.Reporting.Export.Formats;

/// <summary>
/// For others: the tables that are public already, never rows of persons. Filters do not apply: a table of a part next to one of all would
/// tell of the rest.
/// </summary>
public sealed class TablesFormat : ExportFormat
{
    public override string Key => "tabellen";

    public override string Extension => "-tabellen.zip";

    public override string MediaType => "application/zip";

    public override bool HasRows => false;

    public override async Task<WrittenRows> WriteAsync(ExportSource source, Stream output, CancellationToken cancellationToken)
    {
        var tables = await source.ReadPublic(cancellationToken) ?? throw new NoResultsException();
        var rows = OpenTable.Of(source.Versions, tables.Published, tables.Letters);
        var codebook = OpenCodebook.Of(source.Versions);
        var package = await ZipPackage.BeginAsync(output, source.Made, cancellationToken);
        await AddAsync(
            (PackageNames.Readme, TablesReadme.Of(source, tables.Changed)),
            (PackageNames.TableCsv, OpenFiles.ToCsv(rows)),
            (PackageNames.TableJson, OpenFiles.ToJson(source.Versions, tables.Changed, tables.History, rows)),
            (PackageNames.CodebookCsv, CodebookFiles.ToCsv(codebook)),
            (PackageNames.CodebookJson, CodebookFiles.ToJson(codebook)));
        await ReleasedFile.WriteAsync(package, tables.Answers, cancellationToken);
        await AddAsync(
            (PackageNames.Changes, OpenHistoryFiles.ChangesToCsv(tables.History)),
            (PackageNames.Decisions, OpenHistoryFiles.DecisionsToCsv(tables.History)));
        await package.AddAsync(PackageNames.Manifest, TablesManifest.Of(source, rows.Count, package.Files).ToJson(), cancellationToken);
        await package.FinishAsync(cancellationToken);
        return new WrittenRows(0, 0);

        async Task AddAsync(params (string Name, byte[] Content)[] files)
        {
            foreach (var (name, content) in files)
            {
                await package.AddAsync(name, content, cancellationToken);
            }
        }
    }
}

/// <summary>There is nothing that everybody may know yet.</summary>
public sealed class NoResultsException() : InvalidOperationException(
    "There is no public result of this consultation yet: its tables come with it.");
