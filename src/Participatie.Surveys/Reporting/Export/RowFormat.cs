using System.Text;
using System.Text.Json;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>What stands around the cells of a file: separators and quotes of CSV, or member names of JSON.</summary>
public sealed class RowFormat
{
    // An order of six choices in quotes.
    private const int LongestCell = 256;

    private readonly byte[][] _before;

    public RowFormat(ExportFormat format, IReadOnlyList<string> columns)
    {
        IsJson = format == ExportFormat.Json;
        _before = [.. columns.Select((name, column) => Encoding.UTF8.GetBytes(IsJson
            ? $"{(column == 0 ? "{" : ",")}{JsonSerializer.Serialize(name)}:"
            : column == 0 ? "" : ","))];
        LongestEmptyRow = _before.Sum(before => before.Length + LongestCell);
        // A BOM makes a spreadsheet read the bytes as UTF-8.
        Head = IsJson ? "["u8.ToArray() : [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join(',', columns) + "\r\n")];
    }

    public bool IsJson { get; }

    /// <summary>In bytes, with the longest that we write ourselves in each cell.</summary>
    public int LongestEmptyRow { get; }

    public byte[] Head { get; }

    public ReadOnlySpan<byte> Foot => IsJson ? "\n]\n"u8 : default;

    public ReadOnlySpan<byte> BetweenRows => IsJson ? ",\n"u8 : default;

    public ReadOnlySpan<byte> BeforeFirstRow => IsJson ? "\n"u8 : default;

    public ReadOnlySpan<byte> EndOfRow => IsJson ? "}"u8 : "\r\n"u8;

    public ReadOnlySpan<byte> Before(int column) => _before[column];

    /// <summary>Cells that are the same in many rows, ready to be copied.</summary>
    public byte[] Ready(int firstColumn, IEnumerable<string> bareValues) =>
        [.. bareValues.SelectMany((value, place) => (byte[])[.. _before[firstColumn + place], .. Encoding.UTF8.GetBytes(value)])];

    public string Quoted(string id) => IsJson ? $"\"{id}\"" : id;
}
