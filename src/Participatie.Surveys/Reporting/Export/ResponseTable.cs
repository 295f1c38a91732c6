using Participatie.Surveys.Reporting.Export.Columns;
using Participatie.Surveys.Storage.BulkReading;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>Makes a row of each response, and counts them.</summary>
public sealed class ResponseTable
{
    private readonly Cells _cells;
    private readonly Dictionary<int, VersionRows> _versions;

    public ResponseTable(ExportPlan plan, Cells cells)
    {
        _cells = cells;
        _versions = plan.Versions.ToDictionary(version => version.Number, version => new VersionRows(version, plan, cells));
    }

    public long Rows { get; private set; }

    /// <summary>Responses that cannot be read have no row.</summary>
    public long Damaged { get; private set; }

    public long RowsOf(int version) => _versions[version].Count;

    public void Take(in ResponseRow response)
    {
        var version = _versions[response.Version];
        _cells.BeginRow(response.Version);
        try
        {
            FixedColumns.Write(response, _cells);
            version.Write(response);
            _cells.EndRow();
            Rows++;
        }
        catch (Exception damage) when (damage is InvalidOperationException or IndexOutOfRangeException or ArgumentOutOfRangeException)
        {
            // The reader of many responses checks nothing: it runs out of a document that is cut off.
            _cells.DropRow();
            Damaged++;
        }
    }
}
