using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>
/// Cells of CSV. What was typed always stands in quotes, so that a typed -97 differs from the code. With semicolons, for a Dutch
/// spreadsheet, a comma stands before decimals: a point would make a day of 12.5.
/// </summary>
public abstract class CsvCells(bool semicolons, Stream target) : WrittenCells(target)
{
    private readonly TypedText _typed = new();

    private protected byte Separator { get; } = (byte)(semicolons ? ';' : ',');

    /// <summary>The first line, with the mark by which a spreadsheet reads the bytes as UTF-8.</summary>
    public static byte[] Head(IEnumerable<string> columns, bool semicolons) =>
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join(semicolons ? ';' : ',', columns) + "\r\n")];

    private protected void Put(long value)
    {
        if (value is >= 0 and <= 9)
        {
            Output.Append((byte)('0' + value));
            return;
        }

        Utf8Formatter.TryFormat(value, Output.Room(20), out var length);
        Output.Advance(length);
    }

    private protected void PutAmount(ReadOnlySpan<byte> number)
    {
        var start = Output.Length;
        Output.Append(number);
        if (Separator == (byte)';' && number.IndexOf((byte)'.') is >= 0 and var point)
        {
            Output.CutTo(start + point);
            Output.Append((byte)',');
            Output.Append(number[(point + 1)..]);
        }
    }

    private protected void PutText(ReadOnlySpan<byte> json)
    {
        Output.Append((byte)'"');
        HarmlessText.Write(_typed.Of(json), Output);
        Output.Append((byte)'"');
    }

    private protected static byte[] Digits(long value) => Encoding.UTF8.GetBytes(value.ToString(CultureInfo.InvariantCulture));
}
