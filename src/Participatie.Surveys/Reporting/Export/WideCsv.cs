using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>
/// A row for each response. What was typed always stands in quotes, so that a typed -97 differs from the code. With semicolons, for a
/// Dutch spreadsheet, a comma stands before decimals: a point would make a day of 12.5.
/// </summary>
public sealed class WideCsv : WrittenCells
{
    private readonly TypedText _typed = new();
    private readonly HourText _hours = new();
    private readonly byte _separator;

    public WideCsv(IReadOnlyList<string> columns, bool semicolons, Stream target)
        : base(target)
    {
        _separator = (byte)(semicolons ? ';' : ',');
        // A BOM makes a spreadsheet read the bytes as UTF-8.
        Output.Append(Encoding.UTF8.Preamble);
        Output.Append(Encoding.UTF8.GetBytes(string.Join((char)_separator, columns) + "\r\n"));
    }

    public override void Number(int column, long value)
    {
        Begin(column);
        if (value is >= 0 and <= 9)
        {
            Output.Append((byte)('0' + value));
            return;
        }

        Utf8Formatter.TryFormat(value, Output.Room(20), out var length);
        Output.Advance(length);
    }

    public override void Amount(int column, ReadOnlySpan<byte> number)
    {
        Begin(column);
        var start = Output.Length;
        Output.Append(number);
        if (_separator == (byte)';' && number.IndexOf((byte)'.') is >= 0 and var point)
        {
            Output.CutTo(start + point);
            Output.Append((byte)',');
            Output.Append(number[(point + 1)..]);
        }
    }

    public override void Id(int column, ReadOnlySpan<byte> id)
    {
        Begin(column);
        Output.Append(id);
    }

    public override void Hour(int column, long hour)
    {
        Begin(column);
        Output.Append(_hours.Of(hour));
    }

    public override void Text(int column, ReadOnlySpan<byte> json)
    {
        Begin(column);
        Output.Append((byte)'"');
        HarmlessText.Write(_typed.Of(json), Output);
        Output.Append((byte)'"');
    }

    public override void EndRow() => Output.Append("\r\n"u8);

    public override SameCells Prepare(int firstColumn, IEnumerable<long> values)
    {
        var all = values.ToArray();
        var text = new StringBuilder();
        foreach (var (place, value) in all.Index())
        {
            text.Append(firstColumn + place > 0 ? (char)_separator : "").Append(CultureInfo.InvariantCulture, $"{value}");
        }

        return new SameCells(firstColumn, all) { Written = Encoding.UTF8.GetBytes(text.ToString()) };
    }

    public override void Same(SameCells cells) => Output.Append(cells.Written);

    private void Begin(int column)
    {
        // Most cells are one digit: copying a comma as a span would take longer than the digit.
        if (column > 0)
        {
            Output.Append(_separator);
        }
    }
}
