using Participatie.Surveys.Language;

namespace Participatie.Surveys.PlainLanguage;

/// <summary>A sentence, a heading or an item of a list.</summary>
/// <param name="Line">Counted from 1, in the text that it stands in.</param>
public sealed record Sentence(string Text, int Line)
{
    /// <summary>Whether it asks. The text of a question that has no question mark counts as one too.</summary>
    public bool IsQuestion { get; init; } = Text.AsSpan().TrimEnd(" )]\"'’”»").EndsWith("?");

    /// <summary>"Lukt het niet? Bel ons dan." asks nothing: it says when.</summary>
    public bool IsCondition { get; init; }

    public int WordCount => Words.Count;

    internal IReadOnlyList<WordToken> Words { get; } = WordTokens.In(Text);

    /// <summary>What stands between two words: spaces and marks.</summary>
    internal ReadOnlySpan<char> Between(int word, int next) => Text.AsSpan(Words[word].End, Words[next].Start - Words[word].End);
}
