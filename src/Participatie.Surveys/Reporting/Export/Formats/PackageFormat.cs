using Participatie.Surveys.Definition;
using Participatie.Surveys.Reporting.Export.Packing;

namespace Participatie.Surveys.Reporting.Export.Formats;

/// <summary>One ZIP file with the answers in two shapes, and all that is needed to understand and to check them.</summary>
public sealed class PackageFormat : ExportFormat
{
    public override string Key => "pakket";

    public override string Extension => ".zip";

    public override string MediaType => "application/zip";

    public override bool HasSeparator => true;

    public override bool ReadsAgain => true;

    /// <summary>Before an entry goes on in a next one.</summary>
    internal long LongestEntry { get; init; } = ZipPackage.MostInAnEntry;

    public override async Task<WrittenRows> WriteAsync(ExportSource source, Stream output, CancellationToken cancellationToken)
    {
        var semicolons = source.Request.Semicolons;
        var separator = semicolons ? ';' : ',';
        // Not disposed when it breaks off: that would write the end of a whole package.
        var package = await ZipPackage.BeginAsync(output, source.Made, cancellationToken, LongestEntry);
        await package.AddAsync(PackageNames.Readme, PackageReadme.Of(source), cancellationToken);

        await using var wide = package.Begin(PackageNames.Wide, CsvCells.Head(source.Plan.Names, semicolons));
        var table = await WriteAsync(source, new WideCsv(semicolons, wide), wide, cancellationToken);
        await using var lines = package.Begin(PackageNames.Long, LongCsv.Head(semicolons));
        var cells = new LongCsv(source.Plan, semicolons, lines);
        var again = await WriteAsync(source, cells, lines, cancellationToken);

        var codebook = source.Codebook with { Others = [LongCsv.Columns, ChangesFile.Columns, RankingFile.Columns] };
        await package.AddAsync(PackageNames.CodebookCsv, CodebookFiles.ToCsv(codebook, separator), cancellationToken);
        await package.AddAsync(PackageNames.CodebookJson, CodebookFiles.ToJson(codebook), cancellationToken);
        await package.AddAsync(PackageNames.Schema, AnswersSchema.Of(source.Plan, source.Codebook), cancellationToken);
        await package.AddAsync(PackageNames.CodebookDdi, DdiCodebook.Of(source, PackageNames.Wide, table.Rows), cancellationToken);
        foreach (var version in source.Versions)
        {
            await package.AddAsync(PackageNames.Version(version.Number), DefinitionWriter.Write(version.Definition), cancellationToken);
        }

        await package.AddAsync(PackageNames.Changes, ChangesFile.Of(source.Life, source.Versions, separator), cancellationToken);
        if (RankingFile.Of(source.Versions, await source.ReadTallies(cancellationToken), separator) is { } rankings)
        {
            await package.AddAsync(PackageNames.Ranking, rankings, cancellationToken);
        }

        var manifest = Manifest.Of(source, table, package.Files) with
        {
            LongRows = cells.Lines,
            WithdrawnMeanwhile = table.Rows == again.Rows ? null : table.Rows - again.Rows,
        };
        await package.AddAsync(PackageNames.Manifest, manifest.ToJson(), cancellationToken);
        await package.FinishAsync(cancellationToken);
        return WrittenRows.Of(table);
    }

    private static async Task<ResponseTable> WriteAsync(
        ExportSource source, WrittenCells cells, PackedFile file, CancellationToken cancellationToken)
    {
        var table = await source.RowsAsync(cells, cancellationToken);
        await cells.EndAsync(cancellationToken);
        await file.EndAsync(cancellationToken);
        return table;
    }
}
