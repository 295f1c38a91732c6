using System.Globalization;
using System.Text.RegularExpressions;

namespace Participatie.Surveys.Answering.Checks;

/// <summary>Reads a whole number the way people write it: "12", " 1.000 ", "12,0", "ongeveer 12 keer". Two numbers are none.</summary>
public static partial class WholeNumber
{
    /// <summary>Nobody needs more to write a number of nine digits.</summary>
    private const int Longest = 100;

    public static int? In(string typed)
    {
        if (typed.Length > Longest || Written().Match(typed) is not { Success: true } match)
        {
            return null;
        }

        var value = 0;
        foreach (var sign in match.Groups["digits"].Value)
        {
            // Any script's digits; dots and spaces between thousands give -1.
            if (CharUnicodeInfo.GetDecimalDigitValue(sign) is >= 0 and var digit)
            {
                value = (value * 10) + digit;
            }
        }

        return match.Groups["minus"].Success ? -value : value;
    }

    [GeneratedRegex(
        @"^[\p{L}\s]*(?<minus>[-\u2212])?(?<digits>\d{1,3}([.\s]\d{3}){1,2}|\d{1,9})([.,]0*)?[\p{L}\s]*[.]?\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
