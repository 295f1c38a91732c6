using System.Collections.Frozen;

namespace Participatie.Surveys.PlainLanguage.Warnings;

/// <summary>
/// An abbreviation with dots (d.m.v.) or a word of letters (GGD) whose words stand nowhere in the text. The ones that everybody knows
/// are in <c>Lists/letter-words.txt</c>.
/// </summary>
internal static class UnexplainedAbbreviation
{
    private static readonly FrozenDictionary<string, string> Known = WordList.Lines("letter-words")
        .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
        .ToFrozenDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    /// <param name="explained">Of the whole text: it is enough to explain once.</param>
    public static IEnumerable<Warning> In(Sentence sentence, ExplainedLetters explained)
    {
        foreach (var (where, plain) in Dotted(sentence.Text))
        {
            yield return Of(sentence, where, plain);
        }

        for (var at = 0; at < sentence.Words.Count; at++)
        {
            var letters = LetterWords.At(sentence, at);
            if (letters is null || Known.GetValueOrDefault(letters.ToLowerInvariant()) == "-" || explained.Has(letters))
            {
                continue;
            }

            if (letters.Any(char.IsUpper) || Known.ContainsKey(letters))
            {
                yield return Of(sentence, letters, Known.GetValueOrDefault(letters.ToLowerInvariant()));
            }
        }
    }

    private static Warning Of(Sentence sentence, string where, string? plain) => new(
        WarningKind.UnexplainedAbbreviation,
        sentence,
        where,
        $"‘{where}’ is een afkorting zonder uitleg.",
        plain is { Length: > 0 } ? $"Schrijf de woorden: {plain}." : "Schrijf de woorden voluit.");

    private static IEnumerable<(string Where, string Plain)> Dotted(string text)
    {
        foreach (var part in text.Split(' '))
        {
            var word = part.Trim('(', ')', ',', ';', ':', '‘', '’', '"');
            if (word.Equals("t/m", StringComparison.OrdinalIgnoreCase))
            {
                yield return (word, "tot en met");
            }
            else if (word.Contains('.', StringComparison.Ordinal)
                && !(word.Length == 2 && char.IsUpper(word[0]))
                && Abbreviations.WordsFor(word.TrimEnd('.')) is { Length: > 0 } plain
                && (word.EndsWith('.') || word.AsSpan(0, word.Length - 1).Contains('.')))
            {
                yield return (word, plain);
            }
        }
    }
}
