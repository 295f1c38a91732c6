using Participatie.Surveys.Definition;
using Participatie.Surveys.Reporting.Export.Columns;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>
/// Writes the file with the rows, and codebook and manifest beside it. They get their names when all of them are whole, the
/// manifest last; whatever goes wrong before leaves no file behind.
/// </summary>
public static class ExportFiles
{
    /// <param name="versions">Every version that a response may name, oldest first.</param>
    /// <param name="scan">Gives the responses.</param>
    /// <param name="rankings">What follows from rankings (<see cref="RankingFile"/>), if anybody was asked for one.</param>
    /// <param name="format">Of the rows.</param>
    /// <param name="file">The file with the rows.</param>
    /// <param name="made">The moment that the manifest names.</param>
    /// <param name="cancellationToken">Ends it without a file.</param>
    public static async Task<Manifest> WriteAsync(
        IReadOnlyList<PublishedVersion> versions,
        ScanResponses scan,
        byte[]? rankings,
        ExportFormat format,
        string file,
        DateTimeOffset made,
        CancellationToken cancellationToken)
    {
        var target = Path.GetFullPath(file);
        var plan = new ExportPlan(versions);
        var codebook = Codebook.Of(plan);
        using var rows = new NewFile(target);
        using var codebookCsv = new NewFile(Path.ChangeExtension(target, ".codeboek.csv"));
        using var codebookJson = new NewFile(Path.ChangeExtension(target, ".codeboek.json"));
        using var rankingCsv = rankings is null ? null : new NewFile(Path.ChangeExtension(target, ".rangorde.csv"));
        using var manifestJson = new NewFile(target + ".manifest.json");

        var table = await WriteRowsAsync(plan, scan, format, rows, cancellationToken);
        codebookCsv.Write(CodebookFiles.ToCsv(codebook));
        codebookJson.Write(CodebookFiles.ToJson(codebook));
        rankingCsv?.Write(rankings);

        var manifest = new Manifest
        {
            Consultation = codebook.Consultation,
            Made = made,
            Format = format,
            Rows = table.Rows,
            Damaged = table.Damaged,
            Versions =
            [
                .. versions.Select(
                    version => new ExportedVersion(version.Number, version.Definition.Title.Dutch, table.RowsOf(version.Number)))
            ],
            Files =
            [
                rows.Close(),
                codebookCsv.Close(),
                codebookJson.Close(),
                .. rankingCsv is null ? Array.Empty<ExportedFile>() : [rankingCsv.Close()],
            ],
        };
        manifestJson.Write(manifest.ToJson());
        manifestJson.Close();

        cancellationToken.ThrowIfCancellationRequested();
        foreach (var whole in new[] { rows, codebookCsv, codebookJson, rankingCsv, manifestJson })
        {
            whole?.Name();
        }

        return manifest;
    }

    private static async Task<ResponseTable> WriteRowsAsync(
        ExportPlan plan, ScanResponses scan, ExportFormat format, NewFile rows, CancellationToken cancellationToken)
    {
        var file = new BackgroundFile(rows);
        try
        {
            var table = new ResponseTable(plan, format, file.Output);
            await scan(table.Take, cancellationToken);
            table.End();
            return table;
        }
        finally
        {
            await file.EndAsync();
        }
    }
}
