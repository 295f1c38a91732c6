using System.Globalization;
using Participatie.Surveys.Definition.Numbers;

namespace Participatie.Surveys.Answering.Codes;

/// <summary>
/// Twelve digits, the last one a check digit: receipt, resume and invitation codes. Digits, because everybody can write them down
/// and say them over the phone.
/// </summary>
public readonly record struct Code
{
    public const int Length = 12;

    /// <summary>The eleven digits before the check digit can be this many different numbers.</summary>
    public const long Numbers = 100_000_000_000;

    private Code(string digits) => Digits = digits;

    /// <summary>The twelve digits without spaces.</summary>
    public string Digits { get; }

    /// <param name="number">0 up to <see cref="Numbers"/>.</param>
    public static Code Of(long number)
    {
        var digits = number.ToString("D11", CultureInfo.InvariantCulture);
        return new Code(digits + CheckDigit(digits));
    }

    /// <summary>Reads what somebody typed or said: spaces, dots and dashes do not matter.</summary>
    /// <returns>Null when it is not a code at all, or one digit is wrong, or two neighbours changed places.</returns>
    public static Code? Parse(string? typed)
    {
        if (typed is null || typed.Length > 100)
        {
            return null;
        }

        var plain = TypedDigits.Plain(typed);
        var digits = string.Concat(plain.Where(char.IsAsciiDigit));
        var strange = plain.Any(sign => !char.IsAsciiDigit(sign) && !char.IsWhiteSpace(sign) && !".-–/".Contains(sign, StringComparison.Ordinal));
        return !strange && digits.Length == Length && CheckDigit(digits[..^1]) == digits[^1] ? new Code(digits) : null;
    }

    /// <summary>In groups of four: <c>1234 5678 9012</c>.</summary>
    public override string ToString() => $"{Digits[..4]} {Digits[4..8]} {Digits[8..]}";

    /// <summary>ISO/IEC 7064, MOD 11,10: finds every single wrong digit and nearly every swap of neighbours.</summary>
    internal static char CheckDigit(string digits)
    {
        var product = 10;
        foreach (var digit in digits)
        {
            var sum = (digit - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (char)('0' + ((11 - product) % 10));
    }
}
