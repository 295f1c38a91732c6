using System.Globalization;

namespace Participatie.Surveys.Answering.Checks;

/// <summary>Digits with what stands between them: thousands set apart, and decimals.</summary>
internal static class NumberLiteral
{
    /// <summary>Between thousands in every language: a space, the apostrophes of Swiss writing, the Arabic sign.</summary>
    private const string Apart = " '’\u066C";

    /// <summary>Between thousands or before decimals, by language.</summary>
    private const string Points = ".,";

    private const char ArabicDecimal = '\u066B';

    /// <summary>
    /// More digits are beyond every limit, also without what a word like "miljard" adds; a <see cref="decimal"/> holds 28.
    /// </summary>
    private const int MostDigits = 18;

    public static bool IsPart(char sign) =>
        char.IsAsciiDigit(sign) || sign == ArabicDecimal || Apart.Contains(sign, StringComparison.Ordinal) || IsPoint(sign);

    /// <param name="text">Parts only, without spaces around it.</param>
    /// <param name="group">What the language writes between thousands.</param>
    public static NumberReading Read(string text, string group)
    {
        var mark = text.IndexOf(ArabicDecimal, StringComparison.Ordinal);
        if (mark < 0 && DecimalMark(text, group) is { } found)
        {
            mark = found.At;
            if (found.IsUnclear)
            {
                return new NumberUnclear(text, decimal.Parse(text.Remove(mark, 1), NumberStyles.None, CultureInfo.InvariantCulture));
            }
        }

        var whole = mark < 0 ? text : text[..mark];
        var decimals = mark < 0 ? "" : text[(mark + 1)..].TrimEnd('0');
        return Joined(whole) is not { } digits
            || !decimals.All(char.IsAsciiDigit)
            || (digits.Length == 0 && mark == text.Length - 1) ? new NumberUnread(text)
            : digits.Length > MostDigits ? new NumberRead(decimal.MaxValue)
            : decimals.Length > MostDigits - 9 ? new NumberUnread(text)
            : new NumberRead(decimal.Parse($"0{digits}.{decimals}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// The point or comma before the decimals, if there is one: the last one, where it is there once and does not stand between thousands.
    /// </summary>
    private static (int At, bool IsUnclear)? DecimalMark(string text, string group)
    {
        var at = text.LastIndexOfAny([.. Points]);
        if (at < 0 || text.IndexOf(text[at], StringComparison.Ordinal) != at)
        {
            return null;
        }

        var (before, after) = (text[..at], text[(at + 1)..]);
        if (after.Length != 3
            || !after.All(char.IsAsciiDigit)
            || !before.All(char.IsAsciiDigit)
            || before.All(digit => digit == '0')
            || before.Length + 3 > MostDigits)
        {
            return (at, false);
        }

        return text[at].ToString() == group && before is { Length: < 4 } and not ['0', ..] ? null : (at, true);
    }

    /// <summary>The digits of the whole part; null when thousands are set apart as nobody does.</summary>
    private static string? Joined(string whole)
    {
        var signs = whole.Where(sign => !char.IsAsciiDigit(sign)).Distinct().ToList();
        if (signs.Count == 0)
        {
            return whole.TrimStart('0') is { Length: > 0 } digits ? digits : whole.Length == 0 ? "" : "0";
        }

        var groups = whole.Split(signs[0]);
        return signs is [not ArabicDecimal]
            && groups[0] is { Length: > 0 and <= 3 } and not ['0', ..]
            && groups.Skip(1).All(group => group.Length == 3)
            ? string.Concat(groups)
            : null;
    }

    private static bool IsPoint(char sign) => Points.Contains(sign, StringComparison.Ordinal);
}
