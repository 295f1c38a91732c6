using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>A JSON object on a line for each response, with texts as they were typed and numbers and codes as numbers.</summary>
public sealed class JsonRows : WrittenCells
{
    /// <summary>Of the member with the filters: no column's name begins so, because no id does.</summary>
    public const string FiltersName = "_keuze";

    private readonly TypedText _typed = new();
    private readonly HourText _hours = new();
    private readonly byte[][] _before;
    private readonly byte[] _end;

    /// <param name="columns">Their names.</param>
    /// <param name="filters">A file of a part says so in each line: another place to say it a line has not.</param>
    /// <param name="target">Where the lines go.</param>
    public JsonRows(IReadOnlyList<string> columns, ExportFilters filters, Stream target)
        : base(target)
    {
        _end = Encoding.UTF8.GetBytes(
            filters == ExportFilters.None
                ? "}\n"
                : $",\"{FiltersName}\":{JsonSerializer.Serialize(filters.ToString(), TextJson.Default.String)}}}\n");
        _before = [.. columns.Select((name, column) =>
            Encoding.UTF8.GetBytes($"{(column == 0 ? "{" : ",")}{JsonSerializer.Serialize(name, TextJson.Default.String)}:"))];
    }

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

    public override void EndRow() => Output.Append(_end);

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
