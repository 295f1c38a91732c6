using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition;

/// <summary>A hard word that must stay, with what it means. Pages explain it wherever it stands.</summary>
/// <param name="Word">
/// In each language the word as the explanation names it, then after a <c>|</c> each other form that stands in the texts:
/// "burgerberaad|burgerberaden". Forms are listed, not guessed: a rule for plurals would differ in each language.
/// </param>
/// <param name="Means">What it means, in one or two plain sentences.</param>
public sealed record ExplainedWord(Text Word, Text Means)
{
    private const char Between = '|';

    /// <summary>How the explanation names it.</summary>
    public string NameIn(string language) => Forms(language)[0];

    /// <summary>Whether one of its forms stands in the passage as a whole word; capitals do not matter.</summary>
    public bool StandsIn(Passage passage)
    {
        // Asked for each word and each passage of a page, so without making strings of the forms.
        var forms = Word.In(passage.Language).Text.AsSpan();
        foreach (var form in forms.Split(Between))
        {
            if (HasWord(passage.Text, forms[form].Trim()))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>All forms in the language; the Dutch ones when it has none.</summary>
    internal string[] Forms(string language) => Word.In(language).Text.Split(Between, StringSplitOptions.TrimEntries);

    private static bool HasWord(ReadOnlySpan<char> words, ReadOnlySpan<char> form)
    {
        if (form.Length == 0)
        {
            return false;
        }

        for (int from = 0, found; (found = words[from..].IndexOf(form, StringComparison.OrdinalIgnoreCase)) >= 0; from += found + 1)
        {
            var at = from + found;
            var after = at + form.Length;
            if ((at == 0 || !IsPartOfWord(words[at - 1])) && (after == words.Length || !IsPartOfWord(words[after])))
            {
                return true;
            }
        }

        return false;
    }

    // A mark over or under a letter belongs to it.
    private static bool IsPartOfWord(char sign) =>
        char.IsLetterOrDigit(sign) || char.GetUnicodeCategory(sign) is System.Globalization.UnicodeCategory.NonSpacingMark;
}
