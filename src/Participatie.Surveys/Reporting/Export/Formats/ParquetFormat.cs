using Participatie.Surveys.Reporting.Export.Columnar;

namespace Participatie.Surveys.Reporting.Export.Formats;

/// <summary>Columns with types, for DuckDB, Python and R: small, and read in a moment. The codebook is in the file.</summary>
public sealed class ParquetFormat : ExportFormat
{
    public override string Key => "parquet";

    public override string Extension => ".parquet";

    public override string MediaType => "application/vnd.apache.parquet";

    public override async Task<WrittenRows> WriteAsync(ExportSource source, Stream output, CancellationToken cancellationToken)
    {
        var file = await ParquetFile.BeginAsync(source, output, cancellationToken);
        var table = await source.RowsAsync(file.Cells, cancellationToken);
        await file.EndAsync(cancellationToken);
        return WrittenRows.Of(table);
    }
}
