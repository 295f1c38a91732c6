using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Participatie.Surveys.Reporting.Export.Columns;
using SpreadCheetah;
using SpreadCheetah.Worksheets;

namespace Participatie.Surveys.Reporting.Export.Excel;

/// <summary>
/// Rows of a sheet. One range of responses is written while the next is gathered; a sheet that is full goes on in a next one. Counts what
/// stands in columns with codes.
/// </summary>
internal sealed class SheetCells : Cells
{
    private readonly Spreadsheet _book;
    private readonly ExportPlan _plan;
    private readonly int _mostRows;
    private readonly TypedText _typed = new();
    private readonly long[]?[] _counts;
    private readonly long[] _codes;
    private List<DataCell[]> _gathered = [];
    private List<DataCell[]> _spare = [];
    private DataCell[] _row = [];
    private int _rows;
    private int _sheetRows;
    private int _sheets;
    private Task _writing = Task.CompletedTask;

    public SheetCells(Spreadsheet book, ExportPlan plan, int mostRows)
    {
        (_book, _plan, _mostRows) = (book, plan, mostRows);
        _codes = new long[plan.Columns.Count];
        _counts = [.. plan.Columns.Select(column => column.Type == ColumnType.Code ? new long[SheetCounts.Size] : null)];
    }

    public SheetCounts Counts => new(_counts);

    public override void BeginRow(int version)
    {
        if (_rows == _gathered.Count)
        {
            _gathered.Add(new DataCell[_codes.Length]);
        }

        _row = _gathered[_rows];
    }

    public override void Number(int column, long value)
    {
        _row[column] = new DataCell(value);
        _codes[column] = value;
    }

    public override void Amount(int column, ReadOnlySpan<byte> number)
    {
        // A double writes 12.1 as 12.1 up to fifteen digits; a question allows fewer.
        _row[column] = Utf8Parser.TryParse(number, out double value, out var read) && read == number.Length
            ? new DataCell(value)
            : throw new InvalidOperationException("A document has an answer that is not a number.");
        _codes[column] = long.MaxValue;
    }

    public override void Id(int column, ReadOnlySpan<byte> id) => _row[column] = new DataCell(Encoding.ASCII.GetString(id));

    public override void Hour(int column, long hour) => _row[column] = new DataCell(DateTime.UnixEpoch.AddHours(hour));

    public override void Text(int column, ReadOnlySpan<byte> json) => _row[column] = new DataCell(SheetText.Of(_typed.Of(json)));

    public override void EndRow()
    {
        _rows++;
        for (var column = 0; column < _counts.Length; column++)
        {
            if (_counts[column] is { } counts && SheetCounts.PlaceOf(_codes[column]) is >= 0 and var place)
            {
                counts[place]++;
            }
        }
    }

    public override void DropRow()
    {
        // The next row takes its place.
    }

    public override async ValueTask HandOnAsync(CancellationToken cancellationToken)
    {
        await _writing;
        (var full, var rows) = (_gathered, _rows);
        (_gathered, _spare, _rows) = (_spare, full, 0);
        _writing = WriteAsync(full, rows, cancellationToken);
    }

    /// <summary>Nothing more follows. A sheet with names of columns is there in any case.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        await HandOnAsync(cancellationToken);
        await _writing;
        if (_sheets == 0)
        {
            await BeginSheetAsync(cancellationToken);
        }
    }

    private async Task WriteAsync(List<DataCell[]> rows, int count, CancellationToken cancellationToken)
    {
        // On another thread: packing does not wait for anything.
        await Task.Yield();
        for (var row = 0; row < count; row++)
        {
            if (_sheets == 0 || _sheetRows == _mostRows)
            {
                await BeginSheetAsync(cancellationToken);
            }

            await _book.AddRowAsync(rows[row], cancellationToken);
            _sheetRows++;
        }
    }

    private async Task BeginSheetAsync(CancellationToken cancellationToken)
    {
        _sheets++;
        await _book.StartWorksheetAsync(
            _sheets == 1 ? "Antwoorden" : string.Create(CultureInfo.InvariantCulture, $"Antwoorden {_sheets}"),
            new WorksheetOptions { FrozenRows = 1 },
            cancellationToken);
        await _book.AddRowAsync(_plan.Names.Select(name => new DataCell(name)).ToArray(), cancellationToken);
        _sheetRows = 1;
    }
}
