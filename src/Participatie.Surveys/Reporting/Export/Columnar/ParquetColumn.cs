using Parquet;
using Parquet.Schema;

namespace Participatie.Surveys.Reporting.Export.Columnar;

/// <summary>The values of one column that wait for their group of rows to be written.</summary>
internal abstract class ParquetColumn(DataField written)
{
    public DataField Field => written;

    public abstract Task WriteAsync(ParquetRowGroupWriter group, int rows, CancellationToken cancellationToken);

    /// <summary>Room for that many rows.</summary>
    public abstract void Grow(int rows);
}

/// <summary>Numbers or moments; null where a row has none.</summary>
internal sealed class ParquetValues<T>(DataField written) : ParquetColumn(written)
    where T : struct
{
    private T?[] _values = [];

    public T? this[int row]
    {
        set => _values[row] = value;
    }

    public override void Grow(int rows) => Array.Resize(ref _values, rows);

    public override Task WriteAsync(ParquetRowGroupWriter group, int rows, CancellationToken cancellationToken) =>
        group.WriteAsync<T>(Field, _values.AsMemory(0, rows), null, null, cancellationToken);
}

/// <summary>Numbers that every row has.</summary>
internal sealed class ParquetNumbers(DataField written) : ParquetColumn(written)
{
    private int[] _values = [];

    public int this[int row]
    {
        set => _values[row] = value;
    }

    public override void Grow(int rows) => Array.Resize(ref _values, rows);

    public override Task WriteAsync(ParquetRowGroupWriter group, int rows, CancellationToken cancellationToken) =>
        group.WriteAsync<int>(Field, _values.AsMemory(0, rows), null, null, cancellationToken);
}

/// <summary>Texts, letter by letter behind each other; null where a row has none.</summary>
internal sealed class ParquetTexts(DataField written) : ParquetColumn(written)
{
    private ReadOnlyMemory<char>?[] _values = [];
    private (int Start, int Length)[] _places = [];
    private char[] _letters = new char[1 << 14];
    private int _filled;

    /// <summary>How many wait.</summary>
    public int Letters => _filled;

    public void Set(int row, ReadOnlySpan<byte> utf8)
    {
        if (_letters.Length - _filled < utf8.Length)
        {
            Array.Resize(ref _letters, Math.Max(_letters.Length * 2, _filled + utf8.Length));
        }

        var length = System.Text.Encoding.UTF8.GetChars(utf8, _letters.AsSpan(_filled));
        _places[row] = (_filled, length);
        _filled += length;
    }

    public void SetNone(int row) => _places[row] = (-1, 0);

    public override void Grow(int rows)
    {
        Array.Resize(ref _values, rows);
        Array.Resize(ref _places, rows);
    }

    public override Task WriteAsync(ParquetRowGroupWriter group, int rows, CancellationToken cancellationToken)
    {
        // Only now: the letters move when there are more of them.
        for (var row = 0; row < rows; row++)
        {
            var (start, length) = _places[row];
            // With a conditional expression null would become an empty text.
            if (start < 0)
            {
                _values[row] = null;
            }
            else
            {
                _values[row] = _letters.AsMemory(start, length);
            }
        }

        _filled = 0;
        return group.WriteAsync<ReadOnlyMemory<char>>(Field, _values.AsMemory(0, rows), null, null, cancellationToken);
    }
}
