namespace Participatie.Surveys.PlainLanguage.Warnings;

/// <summary>A word of more than 14 letters. Parts between hyphens count each; names are what they are.</summary>
internal static class LongWord
{
    public const int Longest = 14;

    public static IEnumerable<Warning> In(Sentence sentence)
    {
        for (var at = 0; at < sentence.Words.Count; at++)
        {
            var word = sentence.Words[at];
            if (at > 0 && word.StartsWithCapital)
            {
                continue;
            }

            foreach (var part in word.Lower.Split('-', '\''))
            {
                if (part.Length > Longest)
                {
                    yield return new Warning(
                        WarningKind.LongWord,
                        sentence,
                        word.Text,
                        $"‘{word.Text}’ is een lang woord: {part.Length} letters.",
                        SplitCompounds.Cut(part) is { } cut
                            ? $"Knip het woord: {cut}. Of zeg het in 2 kortere woorden."
                            : "Gebruik een korter woord. Of leg het woord uit.");
                }
            }
        }
    }
}
