using Participatie.Surveys.Reporting.Export.Columns;
using Participatie.Surveys.Storage.BulkReading;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>The file with a row for each response.</summary>
public sealed class ResponseTable
{
    // A quote of one byte is doubled, and an apostrophe may come before a sign.
    private const int LongestEscape = 2;

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

    /// <summary>Responses that cannot be read have no row.</summary>
    public long Damaged { get; private set; }

    public void Take(in ResponseRow response)
    {
        var version = _versions[response.Version];
        _output.Begin(_format.LongestEmptyRow + (response.Document.Length * LongestEscape));
        try
        {
            _output.Append(Rows == 0 ? _format.BeforeFirstRow : _format.BetweenRows);
            _fixed.Write(response, _cells);
            version.Write(response, _cells);
            _output.Append(_format.EndOfRow);
            Rows++;
        }
        catch (Exception damage) when (damage is InvalidOperationException or IndexOutOfRangeException or ArgumentOutOfRangeException)
        {
            // The reader of many responses checks nothing: it runs out of a document that is cut off.
            if (!_output.TakeBack())
            {
                throw;
            }

            Damaged++;
        }
    }

    public void End()
    {
        _output.Append(_format.Foot);
        _output.Flush();
    }
}
