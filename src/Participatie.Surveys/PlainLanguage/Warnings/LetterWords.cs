namespace Participatie.Surveys.PlainLanguage.Warnings;

/// <summary>Words that are only letters: GGD, Wmo, B&amp;W, WIA-uitkering.</summary>
internal static class LetterWords
{
    private const int Longest = 6;

    /// <summary>The letters at this word, or null.</summary>
    public static string? At(Sentence sentence, int at)
    {
        var word = sentence.Words[at];
        var first = word.Text.Split('-')[0];
        if (first.Length == 1)
        {
            return first == "B" && sentence.Text.AsSpan(word.End).StartsWith("&W") ? "B&W" : null;
        }

        if (first.Length > Longest)
        {
            return null;
        }

        if (first.All(char.IsUpper))
        {
            return IsName(sentence, at, first) ? null : first;
        }

        return KnownForm(first);
    }

    /// <summary>Wmo and woz are often written so; other words with small letters are words.</summary>
    private static string? KnownForm(string word) =>
        word is "Wmo" or "wmo" or "Woz" or "woz" or "Avg" or "avg" or "ov" or "ggz" or "Ggz" or "uwv" or "Wlz" or "wlz" or "Woo" or "apv"
            or "ggd" or "azc" or "zzp" or "cao" or "ozb"
            ? word
            : null;

    /// <summary>A roman number, a postcode (9405 BJ), or capitals for emphasis (LET OP, a heading).</summary>
    private static bool IsName(Sentence sentence, int at, string word) =>
        word.All(c => c is 'I' or 'V' or 'X')
        || (word.Length == 2 && sentence.Words[at].Start >= 5 && char.IsAsciiDigit(sentence.Text[sentence.Words[at].Start - 2])
            && char.IsAsciiDigit(sentence.Text[sentence.Words[at].Start - 5]))
        || IsShouted(sentence, at - 1)
        || IsShouted(sentence, at + 1);

    private static bool IsShouted(Sentence sentence, int at) =>
        at >= 0 && at < sentence.Words.Count && sentence.Words[at].Text.Length > 1 && sentence.Words[at].Text.All(char.IsUpper);
}
