using Participatie.Surveys.Reporting.Export.Spss;

namespace Participatie.Surveys.Reporting.Export.Formats;

/// <summary>A file that SPSS, PSPP, R and Stata read with all labels: variables, values, what is missing, multiple-response sets.</summary>
public sealed class SpssFormat : ExportFormat
{
    public override string Key => "sav";

    public override string Extension => ".sav";

    public override string MediaType => "application/x-spss-sav";

    public override async Task<WrittenRows> WriteAsync(ExportSource source, Stream output, CancellationToken cancellationToken)
    {
        var promised = await source.CountAsync(cancellationToken);
        var cells = new SpssCells(new SpssPlan(source, promised), output);
        var table = await source.RowsAsync(cells, cancellationToken);
        cells.Finish(promised - table.Rows);
        await cells.EndAsync(cancellationToken);
        return WrittenRows.Of(table);
    }
}
