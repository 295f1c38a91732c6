using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>
/// What somebody typed, out of a stored JSON string. Half of a pair of code units, which is no letter in any file, becomes U+FFFD. What it
/// gives is valid until it is asked again.
/// </summary>
public sealed class TypedText
{
    private byte[] _decoded = new byte[4096];

    /// <param name="json">With its quotes.</param>
    /// <returns>UTF-8.</returns>
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> json)
    {
        var inner = json[1..^1];
        if (!inner.Contains((byte)'\\'))
        {
            return inner;
        }

        if (_decoded.Length < json.Length)
        {
            _decoded = new byte[json.Length * 2];
        }

        return HasSurrogate(inner) ? Carefully(inner) : Decode(json);
    }

    /// <summary>The same as a JSON string, with its quotes.</summary>
    public ReadOnlySpan<byte> Json(ReadOnlySpan<byte> json) => HasSurrogate(json)
        ? JsonSerializer.SerializeToUtf8Bytes(Encoding.UTF8.GetString(Of(json)), TextJson.Default.String)
        : json;

    private static bool HasSurrogate(ReadOnlySpan<byte> inner) => inner.IndexOf("\\ud"u8) >= 0 || inner.IndexOf("\\uD"u8) >= 0;

    private ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return _decoded.AsSpan(0, reader.CopyString(_decoded));
    }

    /// <summary>The framework's reader refuses half a pair.</summary>
    private ReadOnlySpan<byte> Carefully(ReadOnlySpan<byte> inner)
    {
        var units = new ArrayBufferWriter<char>(inner.Length);
        var text = Encoding.UTF8.GetString(inner);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '\\')
            {
                units.Write([text[at]]);
                continue;
            }

            at++;
            if (text[at] == 'u')
            {
                units.Write([(char)ushort.Parse(text.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)]);
                at += 4;
                continue;
            }

            units.Write([text[at] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var same => same }]);
        }

        return _decoded.AsSpan(0, Encoding.UTF8.GetBytes(units.WrittenSpan, _decoded));
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(string))]
internal sealed partial class TextJson : System.Text.Json.Serialization.JsonSerializerContext;
