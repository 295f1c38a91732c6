using System.Buffers.Text;
using System.Text.Json;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>Writes cells as bytes into big chunks, each given away when it is full. No strings: a million rows pass through here.</summary>
public sealed class Cells(RowFormat format, ChunkedOutput output)
{
    private byte[] _decoded = new byte[4096];

    /// <summary>A number or a missing code, as it stands.</summary>
    public void Bare(int column, ReadOnlySpan<byte> value)
    {
        Begin(column);
        output.Append(value);
    }

    public void Number(int column, long value)
    {
        Begin(column);
        if (value is >= 0 and <= 9)
        {
            output.Append((byte)('0' + value));
            return;
        }

        Utf8Formatter.TryFormat(value, output.Room(20), out var length);
        output.Advance(length);
    }

    /// <summary>Letters, digits and hyphens of ours: nothing in it needs an escape.</summary>
    public void Id(int column, ReadOnlySpan<byte> id)
    {
        Begin(column);
        if (format.IsJson)
        {
            output.Append((byte)'"');
            output.Append(id);
            output.Append((byte)'"');
        }
        else
        {
            output.Append(id);
        }
    }

    /// <summary>What somebody typed; always in quotes, so that a typed -97 differs from the code.</summary>
    /// <param name="column">Where it goes.</param>
    /// <param name="json">A JSON string with its quotes.</param>
    public void Text(int column, ReadOnlySpan<byte> json)
    {
        Begin(column);
        if (format.IsJson)
        {
            output.Append(json);
            return;
        }

        output.Append((byte)'"');
        var inner = json[1..^1];
        HarmlessText.Write(inner.Contains((byte)'\\') ? Decode(json) : inner, output);
        output.Append((byte)'"');
    }

    /// <summary>Cells made ready before.</summary>
    public void Ready(ReadOnlySpan<byte> cells) => output.Append(cells);

    private void Begin(int column)
    {
        // Most cells are one digit: copying a comma as a span would take longer than the digit.
        if (format.IsJson)
        {
            output.Append(format.Before(column));
        }
        else if (column > 0)
        {
            output.Append((byte)',');
        }
    }

    private ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> json)
    {
        if (_decoded.Length < json.Length)
        {
            _decoded = new byte[json.Length * 2];
        }

        var reader = new Utf8JsonReader(json);
        reader.Read();
        return _decoded.AsSpan(0, reader.CopyString(_decoded));
    }
}
