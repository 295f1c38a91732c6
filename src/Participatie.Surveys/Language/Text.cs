using System.Collections.Frozen;

namespace Participatie.Surveys.Language;

/// <summary>A text in several languages, keyed by language tag. <c>nl</c> is always there.</summary>
public sealed class Text(IReadOnlyDictionary<string, string> byLanguage)
{
    /// <summary>In characters as people count them, per language: some pages of words, far more than anybody reads.</summary>
    public const int Longest = 5000;

    private readonly FrozenDictionary<string, string> _byLanguage =
        byLanguage.ContainsKey(Languages.Dutch)
            ? byLanguage.ToFrozenDictionary(words => words.Key, words => PerceivedText.Composed(words.Value), StringComparer.Ordinal)
            : throw new ArgumentException("A text needs Dutch words.", nameof(byLanguage));

    public IEnumerable<string> LanguageTags => _byLanguage.Keys;

    public string Dutch => _byLanguage[Languages.Dutch];

    public bool Has(string language) => _byLanguage.ContainsKey(language);

    /// <summary>The words in that language, or the Dutch words marked as Dutch, so that the page can set <c>lang</c>.</summary>
    public Passage In(string language) =>
        _byLanguage.TryGetValue(language, out var words) ? new Passage(words, language) : new Passage(Dutch, Languages.Dutch);

    public override string ToString() => Dutch;
}

/// <summary>Words with the tag of the language that they are in.</summary>
public readonly record struct Passage(string Text, string Language);
