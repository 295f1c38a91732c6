using System.Buffers;

namespace Participatie.Surveys.PlainLanguage;

/// <summary>Cuts a sentence into words.</summary>
internal static class WordTokens
{
    private static readonly SearchValues<char> Stressed = SearchValues.Create("áéíóúàèìòùâêîôû");

    public static IReadOnlyList<WordToken> In(string text)
    {
        var words = new List<WordToken>();
        for (var at = 0; at < text.Length;)
        {
            if (WrittenAddresses.LengthAt(text, at) is > 0 and var address)
            {
                at += address;
            }
            else if (char.IsLetterOrDigit(text[at]))
            {
                var end = EndOf(text, at);
                if (!HasDigit(text, at, end))
                {
                    var word = text[at..end].Replace('’', '\'');
                    words.Add(new WordToken(word, Lower(word), at));
                }

                at = end;
            }
            else
            {
                at++;
            }
        }

        return words;
    }

    /// <summary>Small letters, without the accents that only stress (één, vóór, dé); a diaeresis stays.</summary>
    public static string Lower(string word)
    {
        // The language of the texts is Dutch and Dutch has no letters whose case depends on the culture.
        var lower = word.ToLowerInvariant();
        return lower.AsSpan().IndexOfAny(Stressed) < 0
            ? lower
            : lower.Replace('á', 'a').Replace('é', 'e').Replace('í', 'i').Replace('ó', 'o').Replace('ú', 'u')
                .Replace('à', 'a').Replace('è', 'e').Replace('ì', 'i').Replace('ò', 'o').Replace('ù', 'u')
                .Replace('â', 'a').Replace('ê', 'e').Replace('î', 'i').Replace('ô', 'o').Replace('û', 'u');
    }

    private static int EndOf(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && (IsInWord(text[end]) || (IsInner(text[end]) && end + 1 < text.Length && char.IsLetter(text[end + 1]))))
        {
            end++;
        }

        return end;
    }

    private static bool IsInWord(char c) =>
        char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    private static bool IsInner(char c) => c is '\'' or '’' or '-' or '\u2010' or '\u2011';

    private static bool HasDigit(string text, int start, int end) => text.AsSpan(start, end - start).IndexOfAnyInRange('0', '9') >= 0;
}
