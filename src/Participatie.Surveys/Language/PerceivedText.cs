using System.Globalization;
using System.Text;

namespace Participatie.Surveys.Language;

/// <summary>Text as people see it: how long it is, whether there is anything to see, and one spelling for what looks the same.</summary>
public static class PerceivedText
{
    /// <summary>Of one text, whatever it consists of: a single character may have any number of marks over it.</summary>
    public const int MostBytes = 40_000;

    /// <summary>
    /// How many characters somebody counts: a letter with its accents, a flag or a family of emoji is one (extended grapheme clusters, UAX
    /// #29).
    /// </summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text) && !text.Contains('\r'))
        {
            return text.Length;
        }

        var count = 0;
        for (; !text.IsEmpty; count++)
        {
            text = text[StringInfo.GetNextTextElementLength(text)..];
        }

        return count;
    }

    /// <summary>Whether it has more characters than that, or more bytes than any text may have.</summary>
    public static bool IsLongerThan(string text, int most) => text.Length > most && Length(text) > most;

    public static bool IsTooHeavy(string text) => text.Length > MostBytes / MostBytesOfUnit && Encoding.UTF8.GetByteCount(text) > MostBytes;

    /// <summary>Whether a reader sees nothing at all: no words, only white space and signs without a shape.</summary>
    public static bool ShowsNothing(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsSeen(rune))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Accents as one character with their letter (Unicode form C): a Mac types them apart, and both are the same word.
    /// </summary>
    public static string Composed(string text) => Ascii.IsValid(text) || !IsUnicode(text) || text.IsNormalized() ? text : text.Normalize();

    /// <summary>
    /// The same for texts that a reader takes for the same: capitals, white space and signs without a shape make no difference.
    /// </summary>
    public static string Likeness(string text)
    {
        var likeness = new StringBuilder(text.Length);
        foreach (var rune in (IsUnicode(text) ? text.Normalize(NormalizationForm.FormKC) : text).EnumerateRunes())
        {
            if (IsSeen(rune))
            {
                likeness.Append(Rune.ToUpperInvariant(rune).ToString());
            }
        }

        return likeness.ToString();
    }

    // A unit of UTF-16 has at most three bytes in UTF-8; of a pair each has two.
    private const int MostBytesOfUnit = 3;

    /// <summary>Otherwise normalising throws.</summary>
    private static bool IsUnicode(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\uFFFE' || (char.IsSurrogate(text[at]) && !char.IsSurrogatePair(text, at++)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSeen(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        _ => !IsShapeless(rune.Value),
    };

    /// <summary>
    /// Letters, marks and symbols that are blank by design (Default_Ignorable_Code_Point), and the empty Braille pattern.
    /// </summary>
    private static bool IsShapeless(int value) => value
        is 0x2800 or 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2065 or 0x3164 or 0xFFA0
        or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xFFF0 and <= 0xFFF8) or (>= 0xE0000 and <= 0xE0FFF);
}
