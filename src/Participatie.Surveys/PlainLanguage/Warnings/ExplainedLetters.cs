namespace Participatie.Surveys.PlainLanguage.Warnings;

/// <summary>Which words of letters a text says in full somewhere: "de GGD (…)", "… (GGD)", "dat heet WCAG", "BSO betekent …".</summary>
internal sealed class ExplainedLetters(IReadOnlyList<Sentence> whole)
{
    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    public bool Has(string letters)
    {
        if (!_known.TryGetValue(letters, out var explained))
        {
            _known[letters] = explained = whole.Any(sentence => Explains(sentence, letters));
        }

        return explained;
    }

    private static bool Explains(Sentence sentence, string letters)
    {
        var text = sentence.Text;
        for (
            var at = text.IndexOf(letters, StringComparison.Ordinal); at >= 0; at = text.IndexOf(letters, at + 1, StringComparison.Ordinal))
        {
            var after = text.AsSpan(at + letters.Length);
            var before = text.AsSpan(0, at);
            if (after.StartsWith(" (")
                || (before.EndsWith("(") && before.Length > letters.Length * 2)
                || after.StartsWith(" betekent")
                || after.StartsWith(" is de afkorting")
                || before.TrimEnd(" :‘'\"").EndsWith("heet")
                || before.TrimEnd(" :‘'\"").EndsWith("heten")
                || before.EndsWith("afgekort ")
                || before.EndsWith("afkorting ")
                || IsNamed(after))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"De RUG is de universiteit in Groningen": said by what it is.</summary>
    private static bool IsNamed(ReadOnlySpan<char> after) =>
        after.StartsWith(" is het ") || after.StartsWith(" is de ") || after.StartsWith(" is een ");
}
