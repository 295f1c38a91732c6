using System.Globalization;
using System.Text;

namespace Participatie.Surveys.Language;

/// <summary>The one reader of digits, for numbers, amounts and codes: whatever keyboard or page they come from.</summary>
public static class TypedDigits
{
    /// <summary>
    /// The same text with the digits of every script as 0 to 9, and without what nobody sees: marks of direction that a copied line brings
    /// along, joiners, soft hyphens, variation selectors. Half a surrogate pair becomes U+FFFD.
    /// </summary>
    public static string Plain(string typed)
    {
        var plain = new StringBuilder(typed.Length);
        foreach (var sign in typed.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(sign) == UnicodeCategory.DecimalDigitNumber)
            {
                plain.Append((char)('0' + (int)Rune.GetNumericValue(sign)));
            }
            else if (!IsUnseen(sign))
            {
                plain.Append(sign);
            }
        }

        return plain.ToString();
    }

    private static bool IsUnseen(Rune sign) =>
        Rune.GetUnicodeCategory(sign) == UnicodeCategory.Format || sign.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);
}
