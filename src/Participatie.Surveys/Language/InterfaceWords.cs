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
    private static readonly FrozenDictionary<(string Audience, string Tag), InterfaceWords> ByAudience =
        ReadFor(Audience.All, typeof(InterfaceWords).Assembly.GetManifestResourceStream);

    private readonly FrozenDictionary<string, string> _texts;

    /// <summary>Where a text is looked for that this file does not have, one after another.</summary>
    private readonly IReadOnlyList<InterfaceWords> _otherwise;
    private readonly Lazy<PluralRule> _plurals;

    private InterfaceWords(string language, FrozenDictionary<string, string> texts, IReadOnlyList<InterfaceWords> otherwise)
    {
        Language = language;
        _texts = texts;
        _otherwise = otherwise;
        Culture = LanguageCulture.Of(language);
        // The rule of Dutch where a file has none.
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

    /// <summary>What the audience reads; in Dutch where it has no such language.</summary>
    public static InterfaceWords For(string language, Audience audience) =>
        ByAudience.GetValueOrDefault((audience.Name, language)) ?? ByAudience[(audience.Name, Languages.Dutch)];

    /// <summary>
    /// "1.000", "12,50": as the language groups thousands; with two decimals when it has any beyond the first, as in money.
    /// </summary>
    public string Number(decimal value) =>
        value.ToString(decimal.IsInteger(value) ? "#,0" : decimal.IsInteger(value * 10) ? "#,0.0" : "#,0.00", Culture);

    /// <summary>"1 december 2026".</summary>
    public string Day(DateOnly day) => day.ToString("d MMMM yyyy", Culture);

    /// <summary>The <c>lang</c> of words in that language, on a page in this one: null where it is the same.</summary>
    public string? LangOf(string language) => language == Language ? null : language;

    public string Format(string key, params ReadOnlySpan<object?> values) => string.Format(Culture, this[key], values);

    /// <summary>
    /// A text that holds a number, in the form that the number takes: that of <c>{key}.one</c>, <c>{key}.few</c> and so on where the
    /// language has it, otherwise that of the key itself. "1 vraag", "3 vragen".
    /// </summary>
    /// <param name="key">Of the text for most numbers.</param>
    /// <param name="number">Decides on the form.</param>
    /// <param name="values">What the text mentions, when that is not the number alone.</param>
    public string Count(string key, long number, params ReadOnlySpan<object?> values)
    {
        var form = _plurals.Value.FormOf(number) is { } name ? $"{key}.{name}" : key;
        var text = Find(form, key) ?? this[key];
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
        Read(language, file, language == Languages.Dutch ? [] : [ByTag[Languages.Dutch]]);

    /// <summary>The files of audiences.</summary>
    /// <param name="audiences">Each with a file in each of its languages.</param>
    /// <param name="open">A file by its name in the assembly.</param>
    internal static FrozenDictionary<(string Audience, string Tag), InterfaceWords> ReadFor(
        IEnumerable<Audience> audiences, Func<string, Stream?> open)
    {
        var read = new Dictionary<(string Audience, string Tag), InterfaceWords>();
        foreach (var audience in audiences)
        {
            foreach (var tag in audience.Languages)
            {
                using var file = open($"{Folder}{audience.Name}.{tag}{Extension}")
                    ?? throw new FileNotFoundException($"No interface texts for {audience.Name} in {tag}.");
                IReadOnlyList<InterfaceWords> otherwise = tag == Languages.Dutch
                    ? [ByTag[tag]]
                    : [read[(audience.Name, Languages.Dutch)].Alone(), ByTag[tag]];
                read[(audience.Name, tag)] = Read(tag, file, otherwise);
            }
        }

        return read.ToFrozenDictionary();
    }

    private static InterfaceWords Read(string language, Stream file, IReadOnlyList<InterfaceWords> otherwise) =>
        new(language, JsonSerializer.Deserialize<Dictionary<string, string>>(file)!.ToFrozenDictionary(StringComparer.Ordinal), otherwise);

    /// <summary>This file and no other: an audience's Dutch goes before residents' easy words, and these before residents' Dutch.</summary>
    private InterfaceWords Alone() => new(Language, _texts, []);

    private string? Find(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (_texts.TryGetValue(key, out var text))
                return text;
        }

        foreach (var words in _otherwise)
        {
            if (words.Find(keys) is { } text)
                return text;
        }

        return null;
    }

    private static FrozenDictionary<string, InterfaceWords> ReadAll()
    {
        var assembly = typeof(InterfaceWords).Assembly;
        var read = new Dictionary<string, InterfaceWords>(StringComparer.Ordinal);
        // Dutch first, for the others to look in. A full stop stands behind the name of an audience.
        var tags = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^Extension.Length]).Where(tag => !tag.Contains('.', StringComparison.Ordinal));
        foreach (var tag in tags.OrderBy(tag => tag != Languages.Dutch))
        {
            using var stream = assembly.GetManifestResourceStream(Folder + tag + Extension)!;
            read[tag] = Read(tag, stream, tag == Languages.Dutch ? [] : [read[Languages.Dutch]]);
        }

        return read.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
