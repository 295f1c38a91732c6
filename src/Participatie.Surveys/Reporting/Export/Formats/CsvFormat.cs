namespace Participatie.Surveys.Reporting.Export.Formats;

/// <summary>The rows alone, as one CSV file.</summary>
public sealed class CsvFormat : ExportFormat
{
    public override string Key => "csv";

    public override string Extension => ".csv";

    public override string MediaType => "text/csv; charset=utf-8";

    public override bool HasSeparator => true;

    public override async Task<WrittenRows> WriteAsync(ExportSource source, Stream output, CancellationToken cancellationToken)
    {
        await output.WriteAsync(CsvCells.Head(source.Plan.Names, source.Request.Semicolons), cancellationToken);
        var cells = new WideCsv(source.Request.Semicolons, output);
        var table = await source.RowsAsync(cells, cancellationToken);
        await cells.EndAsync(cancellationToken);
        return WrittenRows.Of(table);
    }
}
