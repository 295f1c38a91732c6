using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>A JSON object on a line for each response, with texts as they were typed and numbers and codes as numbers.</summary>
public sealed class JsonRows : WrittenCells
{
    private readonly TypedText _typed = new();
    private readonly HourText _hours = new();
    private readonly byte[][] _before;

    public JsonRows(IReadOnlyList<string> columns, Stream target)
        : base(target) =>
        _before = [.. columns.Select((name, column) =>
            Encoding.UTF8.GetBytes($"{(column == 0 ? "{" : ",")}{JsonSerializer.Serialize(name, TextJson.Default.String)}:"))];

    public override void Number(int column, long value)
    {
        Output.Append(_before[column]);
        Utf8Formatter.TryFormat(value, Output.Room(20), out var length);
        Output.Advance(length);
    }

    public override void Amount(int column, ReadOnlySpan<byte> number)
    {
        Output.Append(_before[column]);
        Output.Append(number);
    }

    public override void Id(int column, ReadOnlySpan<byte> id)
    {
        Output.Append(_before[column]);
        Output.Append((byte)'"');
        Output.Append(id);
        Output.Append((byte)'"');
    }

    public override void Hour(int column, long hour) => Id(column, _hours.Of(hour));

    public override void Text(int column, ReadOnlySpan<byte> json)
    {
        Output.Append(_before[column]);
        Output.Append(_typed.Json(json));
    }

    public override void EndRow() => Output.Append("}\n"u8);

    public override SameCells Prepare(int firstColumn, IEnumerable<long> values)
    {
        var all = values.ToArray();
        return new SameCells(firstColumn, all)
        {
            Written =
            [
                .. all.Index().SelectMany(cell => (byte[])
                    [.. _before[firstColumn + cell.Index], .. Encoding.UTF8.GetBytes(cell.Item.ToString(CultureInfo.InvariantCulture))]),
            ],
        };
    }

    public override void Same(SameCells cells) => Output.Append(cells.Written);
}
