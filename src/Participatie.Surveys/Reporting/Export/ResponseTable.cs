using Participatie.Surveys.Reporting.Export.Columns;
using Participatie.Surveys.Storage.BulkReading;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>The file with a row for each response.</summary>
public sealed class ResponseTable
{
    private readonly RowFormat _format;
    private readonly ChunkedOutput _output;
    private readonly Cells _cells;
    private readonly FixedColumns _fixed = new();
    private readonly Dictionary<int, VersionRows> _versions;

    public ResponseTable(ExportPlan plan, ExportFormat format, ChunkedOutput output)
    {
        _format = new RowFormat(format, plan.Names);
        _output = output;
        _cells = new Cells(_format, output);
        _versions = plan.Versions.ToDictionary(version => version.Number, version => new VersionRows(version, plan, _format));
        output.Append(_format.Head);
    }

    public long Rows { get; private set; }

    public long RowsOf(int version) => _versions[version].Count;

    public void Take(in ResponseRow response)
    {
        _output.Append(Rows++ == 0 ? _format.BeforeFirstRow : _format.BetweenRows);
        _fixed.Write(response, _cells);
        _versions[response.Version].Write(response, _cells);
        _output.Append(_format.EndOfRow);
    }

    public void End()
    {
        _output.Append(_format.Foot);
        _output.Flush();
    }
}
