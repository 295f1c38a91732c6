using System.Buffers.Text;
using Parquet.Schema;
using Participatie.Surveys.Reporting.Export.Columns;

namespace Participatie.Surveys.Reporting.Export.Columnar;

/// <summary>
/// Gathers rows in columns. Texts, and numbers that are meant as numbers, are null where there is no answer, so that a mean is a mean; why
/// stands in the column behind them. A column of codes has that code itself.
/// </summary>
internal sealed class ParquetCells : Cells
{
    private const int FirstRows = 1024;

    /// <summary>Of a group of rows: enough to be packed well, few enough to stay in memory.</summary>
    private const int EnoughRows = 5_000;
    private const int EnoughLetters = 1_000_000;

    private readonly Func<CancellationToken, ValueTask> _write;
    private readonly TypedText _typed = new();
    private readonly ParquetColumn[] _columns;
    private readonly ParquetValues<int>?[] _codes;
    private readonly long[] _highestCode;
    private int _capacity;

    /// <param name="plan">Of the export.</param>
    /// <param name="write">Writes all rows that wait.</param>
    public ParquetCells(ExportPlan plan, Func<CancellationToken, ValueTask> write)
    {
        _write = write;
        var names = CodeColumns.Of(plan);
        _columns = [.. plan.Columns.Select(ColumnOf)];
        _codes =
        [
            .. _columns.Index().Select(column => names.TryGetValue(column.Index, out var name)
                ? new ParquetValues<int>(new DataField(name, typeof(int), isNullable: true))
                : null),
        ];
        _highestCode = [.. plan.Columns.Select(column => column.Group?.Codes[MissingCode.NotPlaced] ?? long.MinValue)];
        All =
        [
            .. _columns.Zip(_codes).SelectMany(pair =>
                pair.Second is null ? [pair.First] : new ParquetColumn[] { pair.First, pair.Second }),
        ];
    }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<ParquetColumn> All { get; }

    /// <summary>That wait to be written.</summary>
    public int Rows { get; private set; }

    public override void BeginRow(int version)
    {
        if (Rows < _capacity)
        {
            return;
        }

        _capacity = Math.Max(FirstRows, _capacity * 2);
        foreach (var column in All)
        {
            column.Grow(_capacity);
        }
    }

    public override void Number(int column, long value)
    {
        switch (_columns[column])
        {
            case ParquetNumbers numbers:
                numbers[Rows] = (int)value;
                break;
            case ParquetValues<int> wholes when value > _highestCode[column]:
                wholes[Rows] = (int)value;
                _codes[column]![Rows] = null;
                break;
            case ParquetValues<int> wholes:
                wholes[Rows] = null;
                _codes[column]![Rows] = (int)value;
                break;
            case ParquetValues<double> decimals:
                decimals[Rows] = null;
                _codes[column]![Rows] = (int)value;
                break;
            case ParquetTexts texts when _codes[column] is { } codes:
                texts.SetNone(Rows);
                codes[Rows] = (int)value;
                break;
            case ParquetTexts texts:
                Span<byte> text = stackalloc byte[20];
                Utf8Formatter.TryFormat(value, text, out var length);
                texts.Set(Rows, text[..length]);
                break;
            default:
                throw new InvalidOperationException("A number stands where none belongs.");
        }
    }

    public override void Amount(int column, ReadOnlySpan<byte> number)
    {
        if (_columns[column] is ParquetValues<int> wholes
            && Utf8Parser.TryParse(number, out int whole, out var read) && read == number.Length)
        {
            wholes[Rows] = whole;
        }
        else if (_columns[column] is ParquetValues<double> decimals
            && Utf8Parser.TryParse(number, out double value, out read) && read == number.Length)
        {
            decimals[Rows] = value;
        }
        else
        {
            throw new InvalidOperationException("A document has a number that is none.");
        }

        _codes[column]![Rows] = null;
    }

    public override void Id(int column, ReadOnlySpan<byte> id) => ((ParquetTexts)_columns[column]).Set(Rows, id);

    public override void Hour(int column, long hour) =>
        ((ParquetValues<DateTime>)_columns[column])[Rows] = DateTime.UnixEpoch.AddHours(hour);

    public override void Text(int column, ReadOnlySpan<byte> json)
    {
        ((ParquetTexts)_columns[column]).Set(Rows, _typed.Of(json));
        _codes[column]![Rows] = null;
    }

    public override void EndRow() => Rows++;

    /// <summary>The next row takes its place.</summary>
    public override void DropRow()
    {
    }

    public override async ValueTask HandOnAsync(CancellationToken cancellationToken)
    {
        if (Rows >= EnoughRows || All.OfType<ParquetTexts>().Sum(texts => texts.Letters) >= EnoughLetters)
        {
            await WriteAsync(cancellationToken);
        }
    }

    public async ValueTask WriteAsync(CancellationToken cancellationToken)
    {
        if (Rows > 0)
        {
            await _write(cancellationToken);
            Rows = 0;
        }
    }

    private static ParquetColumn ColumnOf(ExportColumn column) => column.Type switch
    {
        ColumnType.Text or ColumnType.Id => new ParquetTexts(new DataField(column.Name, typeof(string), isNullable: true)),
        ColumnType.Hour => new ParquetValues<DateTime>(
            new DateTimeDataField(column.Name, DateTimeFormat.DateAndTimeMicros, isAdjustedToUTC: true, isNullable: true)),
        ColumnType.Fractional => new ParquetValues<double>(new DataField(column.Name, typeof(double), isNullable: true)),
        ColumnType.Whole when column.Group is not null => new ParquetValues<int>(new DataField(column.Name, typeof(int), isNullable: true)),
        _ => new ParquetNumbers(new DataField(column.Name, typeof(int), isNullable: false)),
    };
}
