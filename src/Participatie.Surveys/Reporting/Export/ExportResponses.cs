using Participatie.Surveys.Reporting.Export.Columns;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>
/// Writes the responses of one consultation to a file, and codebook and manifest beside it. The files get their names when all of
/// them are whole, the manifest last; whatever goes wrong before leaves no file behind.
/// </summary>
public sealed class ExportResponses(TimeProvider clock)
{
    // Memory stays the same at any number of responses.
    private const int ChunkSize = 1 << 20;

    public async Task<Manifest> RunAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        var target = Path.GetFullPath(request.Target);
        var plan = new ExportPlan(request.Versions);
        var codebook = Codebook.Of(plan);
        using var rows = new NewFile(target);
        using var codebookCsv = new NewFile(Path.ChangeExtension(target, ".codeboek.csv"));
        using var codebookJson = new NewFile(Path.ChangeExtension(target, ".codeboek.json"));
        using var manifestJson = new NewFile(Path.ChangeExtension(target, ".manifest.json"));

        var output = new ChunkedOutput(new byte[ChunkSize], rows.Write);
        var table = new ResponseTable(plan, request.Format, output);
        await request.Scan(table.Take, cancellationToken);
        table.End();
        codebookCsv.Write(CodebookFiles.ToCsv(codebook));
        codebookJson.Write(CodebookFiles.ToJson(codebook));

        var manifest = new Manifest
        {
            Consultation = codebook.Consultation,
            Made = clock.GetUtcNow(),
            Format = request.Format,
            Rows = table.Rows,
            Versions = [.. plan.Versions.Select(version => new ExportedVersion(version.Number, version.Definition.Title.Dutch, table.RowsOf(version.Number)))],
            Files = [rows.Close(), codebookCsv.Close(), codebookJson.Close()],
        };
        manifestJson.Write(manifest.ToJson());
        manifestJson.Close();

        cancellationToken.ThrowIfCancellationRequested();
        foreach (var file in new[] { rows, codebookCsv, codebookJson, manifestJson })
        {
            file.Name();
        }

        return manifest;
    }
}
