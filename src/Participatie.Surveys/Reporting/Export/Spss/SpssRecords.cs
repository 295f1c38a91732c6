using System.Buffers;
using System.Text;

namespace Participatie.Surveys.Reporting.Export.Spss;

/// <summary>Numbers and texts as the records of an SPSS file have them: little-endian, texts padded.</summary>
internal sealed class SpssRecords
{
    private const int ExtensionRecord = 7;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    public SpssRecords Integers(params ReadOnlySpan<int> values)
    {
        foreach (var value in values)
        {
            _bytes.Write(BitConverter.GetBytes(value));
        }

        return this;
    }

    public SpssRecords Numbers(params ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            _bytes.Write(BitConverter.GetBytes(value));
        }

        return this;
    }

    public SpssRecords Byte(int value)
    {
        _bytes.Write([(byte)value]);
        return this;
    }

    public SpssRecords Raw(ReadOnlySpan<byte> bytes)
    {
        _bytes.Write(bytes);
        return this;
    }

    /// <summary>Padded with spaces; it fits.</summary>
    public SpssRecords Text(string text, int length)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        _bytes.Write(utf8);
        return Fill(length - utf8.Length, (byte)' ');
    }

    /// <summary>Its length in four bytes before it.</summary>
    public SpssRecords Counted(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        return Integers(utf8.Length).Raw(utf8);
    }

    public SpssRecords Fill(int count, byte value)
    {
        for (; count > 0; count--)
        {
            _bytes.Write([value]);
        }

        return this;
    }

    /// <summary>A record that programs which do not know it may skip.</summary>
    /// <param name="subtype">What it holds.</param>
    /// <param name="size">Bytes of each of its elements.</param>
    /// <param name="content">Them.</param>
    public SpssRecords Extension(int subtype, int size, byte[] content) =>
        Integers(ExtensionRecord, subtype, size, content.Length / size).Raw(content);
}
