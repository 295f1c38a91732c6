using System.Buffers;
using System.Text;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>
/// Typed text between the quotes of a CSV cell. A spreadsheet runs a cell that begins with = + - or @ (or their wide forms) as a
/// formula, and one that splits on semicolons, as Dutch ones do, sees cells begin in the middle of a text. So an apostrophe comes before
/// such a sign at the start of the text and after every separator or line end. The JSON export has the text as it was typed.
/// </summary>
public static class HarmlessText
{
    private static readonly SearchValues<byte> Signs = SearchValues.Create([.. "\"=+-@\t\r"u8, 0xEF]);

    /// <summary>The same for one text of a small file, whose quotes are doubled by its writer.</summary>
    public static string Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return bytes.Length > 0 && IsFormulaSign(bytes) && Signs.Contains(bytes[0]) && bytes[0] != (byte)'"' ? "'" + text : text;
    }

    public static void Write(ReadOnlySpan<byte> text, OutputBuffer output)
    {
        var written = 0;
        var at = text.IndexOfAny(Signs);
        while (at >= 0)
        {
            output.Append(text[written..at]);
            written = at;
            if (text[at] == (byte)'"')
            {
                output.Append((byte)'"');
            }
            else if (StartsCell(text[..at]) && IsFormulaSign(text[at..]))
            {
                output.Append((byte)'\'');
            }

            var next = text[(at + 1)..].IndexOfAny(Signs);
            at = next < 0 ? -1 : at + 1 + next;
        }

        output.Append(text[written..]);
    }

    private static bool StartsCell(ReadOnlySpan<byte> before)
    {
        // Spaces and quotes in front do not stop a spreadsheet.
        var solid = before.TrimEnd(" \""u8);
        return solid.IsEmpty || ",;|\t\r\n"u8.Contains(solid[^1]);
    }

    private static bool IsFormulaSign(ReadOnlySpan<byte> text) =>
        text[0] != 0xEF || text is [_, 0xBC, 0x9D or 0x8B or 0x8D or 0xA0, ..] or [_, 0xB9, 0xA6 or 0xA2 or 0xA3 or 0xAB, ..];
}
