using System.Text;
using System.Text.RegularExpressions;

namespace Participatie.Surveys.Reporting.Export.Excel;

/// <summary>Text that a spreadsheet shows as it was typed.</summary>
internal static partial class SheetText
{
    /// <summary>Of a cell, in UTF-16 code units.</summary>
    public const int Longest = 32_767;

    public const string CutOff = " […] De hele tekst staat in het pakket.";

    public static string Of(ReadOnlySpan<byte> typed)
    {
        var text = Encoding.UTF8.GetString(typed);
        if (text.AsSpan().IndexOfAnyInRange('\uFFFE', '\uFFFF') >= 0 || text.AsSpan().IndexOfAnyInRange('\0', '\u001F') >= 0)
        {
            text = Refused().Replace(text, "");
        }

        // A spreadsheet reads _x0041_ as the letter A.
        if (text.Contains("_x", StringComparison.Ordinal))
        {
            text = Escape().Replace(text, "_x005F_x${code}_");
        }

        if (text.Length <= Longest)
        {
            return text;
        }

        var end = Longest - CutOff.Length;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), CutOff);
    }

    /// <summary>XML 1.0 has no other control characters.</summary>
    [GeneratedRegex("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Refused();

    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Escape();
}
