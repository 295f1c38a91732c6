using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Participatie.Surveys.Language;

/// <summary>
/// The interface texts of one language, read once from <c>Words/{tag}.json</c> in this assembly: a language is that one file, and no code
/// names it. Not resource files: the framework treats <c>nl-simple</c> as a child of the invariant culture and falls back without a word.
/// </summary>
public sealed class InterfaceWords
{
    private const string Folder = "Participatie.Surveys.Language.Words.";
    private const string Extension = ".json";
    private static readonly FrozenDictionary<string, InterfaceWords> ByTag = ReadAll();

    private readonly FrozenDictionary<string, string> _texts;
    private readonly Lazy<PluralRule> _plurals;

    private InterfaceWords(string language, FrozenDictionary<string, string> texts)
    {
        Language = language;
        _texts = texts;
        Culture = LanguageCulture.Of(language);
        // The rule of Dutch where a file has none, which may be read later than this one.
        _plurals = new(() => PluralRule.Parse(this["language.plurals"]));
    }

    public static IReadOnlyList<string> Tags { get; } =
        [.. ByTag.Keys.OrderBy(tag => tag == Languages.Dutch ? "" : tag == Languages.EasyDutch ? " " : tag, StringComparer.Ordinal)];

    public string Language { get; }

    public CultureInfo Culture { get; }

    /// <summary>Its <c>dir</c>: <c>ltr</c> or <c>rtl</c>.</summary>
    public string Direction => Culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";

    /// <summary>Other letters take two bytes each, and a font for Latin has none of them.</summary>
    public bool HasLatinLetters => this["language.name"].All(letter => letter < '\u0250');

    public IEnumerable<string> Keys => _texts.Keys;

    public string this[string key] => Find(key)
        ?? throw new KeyNotFoundException($"No interface text '{key}' in any language file.");

    public static InterfaceWords For(string language) => ByTag.GetValueOrDefault(language) ?? ByTag[Languages.Dutch];

    /// <summary>"1.000", "12,50": as the language groups thousands; with two decimals when it has any beyond the first, as in money.</summary>
    public string Number(decimal value) => value.ToString(decimal.IsInteger(value) ? "#,0" : decimal.IsInteger(value * 10) ? "#,0.0" : "#,0.00", Culture);

    /// <summary>"1 december 2026".</summary>
    public string Day(DateOnly day) => day.ToString("d MMMM yyyy", Culture);

    /// <summary>The <c>lang</c> of words in that language, on a page in this one: null where it is the same.</summary>
    public string? LangOf(string language) => language == Language ? null : language;

    public string Format(string key, params ReadOnlySpan<object?> values) => string.Format(Culture, this[key], values);

    /// <summary>
    /// A text that holds a number, in the form that the number takes: that of <c>{key}.one</c>, <c>{key}.few</c> and so on where the language
    /// has it, otherwise that of the key itself. "1 vraag", "3 vragen".
    /// </summary>
    /// <param name="key">Of the text for most numbers.</param>
    /// <param name="number">Decides on the form.</param>
    /// <param name="values">What the text mentions, when that is not the number alone.</param>
    public string Count(string key, long number, params ReadOnlySpan<object?> values)
    {
        var form = _plurals.Value.FormOf(number) is { } name ? $"{key}.{name}" : key;
        var text = _texts.GetValueOrDefault(form) ?? _texts.GetValueOrDefault(key) ?? ByTag[Languages.Dutch]._texts.GetValueOrDefault(form) ?? this[key];
        return values.IsEmpty ? string.Format(Culture, text, number) : string.Format(Culture, text, values);
    }

    /// <summary>The forms of a counted text in this language, besides that for most numbers.</summary>
    internal IEnumerable<string> PluralForms => _plurals.Value.Forms;

    /// <summary>The same text in every language that has it, for choices that the product words itself (faces, age bands).</summary>
    public static Text Everywhere(string key) => new(ByTag
        // Easy Dutch keeps the Dutch words where they are easy already: they are its own words, not a fallback.
        .Where(pair => pair.Value._texts.ContainsKey(key) || pair.Key == Languages.EasyDutch)
        .ToDictionary(pair => pair.Key, pair => pair.Value[key], StringComparer.Ordinal));

    /// <summary>One language file.</summary>
    internal static InterfaceWords Read(string language, Stream file) =>
        new(language, JsonSerializer.Deserialize<Dictionary<string, string>>(file)!.ToFrozenDictionary(StringComparer.Ordinal));

    private string? Find(string key) =>
        _texts.GetValueOrDefault(key) ?? (Language == Languages.Dutch ? null : ByTag[Languages.Dutch]._texts.GetValueOrDefault(key));

    private static FrozenDictionary<string, InterfaceWords> ReadAll()
    {
        var assembly = typeof(InterfaceWords).Assembly;
        var read = new Dictionary<string, InterfaceWords>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var tag = name[Folder.Length..^Extension.Length];
            read[tag] = Read(tag, stream);
        }

        return read.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
