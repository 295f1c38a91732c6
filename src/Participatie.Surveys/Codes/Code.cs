using System.Globalization;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Codes;

/// <summary>
/// Digits, the last one a check digit: sixteen for a receipt, twelve for a resume or invitation code. Digits, because everybody can write
/// them down and say them over the phone.
/// </summary>
public readonly record struct Code
{
    public const int Length = 12;

    /// <summary>
    /// Receipts stay valid for years and are many, so each try at guessing one has to be worth less. Those of before had
    /// <see cref="Length"/>.
    /// </summary>
    public const int ReceiptLength = 16;

    /// <summary>The eleven digits before the check digit can be this many different numbers.</summary>
    public const long Numbers = 100_000_000_000;

    /// <summary>The fifteen digits before the check digit of a receipt can be this many different numbers.</summary>
    public const long ReceiptNumbers = 1_000_000_000_000_000;

    /// <summary>Longer than what is copied around a code; the rest is not read.</summary>
    private const int MostCharacters = 1000;

    private const int Group = 4;

    private Code(string digits) => Digits = digits;

    /// <summary>All digits without spaces.</summary>
    public string Digits { get; }

    /// <param name="number">0 up to <see cref="Numbers"/>.</param>
    public static Code Of(long number) => Of(number, Length);

    /// <param name="number">0 up to <see cref="ReceiptNumbers"/>.</param>
    public static Code OfReceipt(long number) => Of(number, ReceiptLength);

    /// <summary>
    /// Keeps the digits of what somebody typed, said or copied; whatever stands around them does not matter. A page shows a code and spells
    /// it out: who copies both has it twice.
    /// </summary>
    /// <returns>Null when it is not a code at all, or one digit is wrong, or two neighbours changed places.</returns>
    public static Code? Parse(string? typed)
    {
        if (typed is null || typed.Length > MostCharacters)
        {
            return null;
        }

        var digits = string.Concat(TypedDigits.Plain(typed).Where(char.IsAsciiDigit));
        var half = digits.Length / 2;
        if (half is Length or ReceiptLength && digits.AsSpan(0, half).SequenceEqual(digits.AsSpan(half)))
        {
            digits = digits[..half];
        }

        return digits.Length is Length or ReceiptLength && CheckDigit(digits[..^1]) == digits[^1] ? new Code(digits) : null;
    }

    /// <summary>In groups of four: <c>1234 5678 9012</c>.</summary>
    public override string ToString() => string.Join(' ', Digits.Chunk(Group).Select(group => new string(group)));

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

    private static Code Of(long number, int length)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture).PadLeft(length - 1, '0');
        return new Code(digits + CheckDigit(digits));
    }
}
