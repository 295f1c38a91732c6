namespace Participatie.Surveys.Reporting.Export.Formats;

/// <summary>A JSON object on a line for each response.</summary>
public sealed class JsonLinesFormat : ExportFormat
{
    public override string Key => "json";

    public override string Extension => ".jsonl";

    public override string MediaType => "application/jsonl";

    public override async Task<WrittenRows> WriteAsync(ExportSource source, Stream output, CancellationToken cancellationToken)
    {
        var cells = new JsonRows(source.Plan.Names, source.Request.Filters, output);
        var table = await source.RowsAsync(cells, cancellationToken);
        await cells.EndAsync(cancellationToken);
        return WrittenRows.Of(table);
    }
}
