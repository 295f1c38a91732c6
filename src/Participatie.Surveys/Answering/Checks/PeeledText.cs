using System.Globalization;
using System.Text;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Answering.Checks;

/// <summary>A typed number from which known words and signs are taken at both ends, until the digits are left.</summary>
internal sealed class PeeledText(string text)
{
    public string Rest { get; private set; } = text;

    /// <summary>
    /// What does not matter in a text is made the same: letters small, accents composed, fullwidth signs plain, one space between words.
    /// </summary>
    public static string Plain(string typed)
    {
        var plain = new StringBuilder(typed.Length);
        foreach (var sign in TypedDigits.Plain(typed).Normalize())
        {
            if (!char.IsWhiteSpace(sign))
            {
                // U+FF01 to U+FF5E are the signs of ASCII, wide.
                plain.Append(char.ToLowerInvariant(sign is >= '\uFF01' and <= '\uFF5E' ? (char)(sign - 0xFEE0) : sign));
            }
            else if (plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().TrimEnd();
    }

    public static bool IsDash(char sign) =>
        char.GetUnicodeCategory(sign) == UnicodeCategory.DashPunctuation || sign is '\u2212' or '\u207B' or '\u2796' or '\u02D7';

    public bool Front(IReadOnlyList<string> phrases) => phrases.Any(phrase =>
        Rest.StartsWith(phrase, StringComparison.Ordinal)
            && !AreOneWord(phrase[^1], Rest.Length > phrase.Length ? Rest[phrase.Length] : ' ')
            && Keep(Rest[phrase.Length..]));

    public bool Front(Predicate<char> sign) => Rest.Length > 0 && sign(Rest[0]) && Keep(Rest[1..]);

    public bool Back(IReadOnlyList<string> phrases) => phrases.Any(phrase =>
        Rest.EndsWith(phrase, StringComparison.Ordinal)
            && !AreOneWord(Rest.Length > phrase.Length ? Rest[^(phrase.Length + 1)] : ' ', phrase[0])
            && Keep(Rest[..^phrase.Length]));

    /// <summary>The dash of a number below zero, not the one of "500,-".</summary>
    public bool BackDash() =>
        Rest.Length > 1 && IsDash(Rest[^1]) && Rest[..^1].TrimEnd() is [.., var before] && char.IsAsciiDigit(before) && Keep(Rest[..^1]);

    /// <summary>"500,-" and "500.--": no cents.</summary>
    public void BackNoCents()
    {
        var end = Rest.Length;
        while (end > 0 && IsDash(Rest[end - 1]))
        {
            end--;
        }

        if (end < Rest.Length && Rest.Length - end <= 2 && end > 1 && Rest[end - 1] is ',' or '.')
        {
            Keep(Rest[..(end - 1)]);
        }
    }

    private static bool AreOneWord(char before, char after) => IsLetter(before) && IsLetter(after);

    private static bool IsLetter(char sign) =>
        char.IsLetter(sign) || char.IsSurrogate(sign) || char.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark;

    private bool Keep(string rest)
    {
        Rest = rest.Trim();
        return true;
    }
}
