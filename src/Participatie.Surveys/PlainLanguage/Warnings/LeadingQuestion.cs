namespace Participatie.Surveys.PlainLanguage.Warnings;

/// <summary>
/// Wording that tells which answer is the right one. By phrases (<c>Lists/leading.txt</c>), so it finds the common ways only.
/// </summary>
internal static class LeadingQuestion
{
    private static readonly string[] Anywhere = [.. WordList.Lines("leading").Where(line => line[0] != '^' && line[^1] != '$')];
    private static readonly string[] AtTheStart =
    [
        .. WordList.Lines("leading").Where(line => line[0] == '^').Select(line => line[1..].Trim())
    ];
    private static readonly string[] AtTheEnd =
    [
        .. WordList.Lines("leading").Where(line => line[^1] == '$').Select(line => line[..^1].Trim())
    ];

    public static IEnumerable<Warning> In(Sentence sentence)
    {
        if (sentence.IsQuestion && PhraseIn(sentence) is { } phrase)
        {
            yield return new Warning(
                WarningKind.LeadingQuestion,
                sentence,
                phrase,
                $"‘{phrase}’ stuurt naar 1 antwoord.",
                "Vraag het open of noem beide kanten: ‘Wat vindt u van …?’ of ‘eens of oneens’.");
        }
    }

    private static string? PhraseIn(Sentence sentence)
    {
        var line = " " + string.Join(' ', sentence.Words.Select(word => word.Lower)) + " ";
        return AtTheStart.FirstOrDefault(phrase => line.StartsWith($" {phrase} ", StringComparison.Ordinal))
            ?? AtTheEnd.FirstOrDefault(phrase => line.EndsWith($" {phrase} ", StringComparison.Ordinal))
            ?? Anywhere.FirstOrDefault(phrase => line.Contains($" {phrase} ", StringComparison.Ordinal));
    }
}
