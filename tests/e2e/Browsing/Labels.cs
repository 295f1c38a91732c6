using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Participatie.Journeys.Browsing;

/// <summary>The words of the interface as the visitor reads them. What a language lacks is said in Dutch, as on the site.</summary>
public sealed class Labels
{
    private static readonly ConcurrentDictionary<string, Labels> All = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _words;
    private readonly Labels? _dutch;

    private Labels(string language)
    {
        using var file = typeof(Labels).Assembly.GetManifestResourceStream($"words.{language}")!;
        _words = JsonSerializer.Deserialize<Dictionary<string, string>>(file)!;
        _dutch = language == "nl" ? null : In("nl");
    }

    public string this[string key] => _words.TryGetValue(key, out var text) ? text : _dutch?[key] ?? throw new KeyNotFoundException(key);

    public static Labels In(string language) => All.GetOrAdd(language, tag => new Labels(tag));

    public string Format(string key, params object[] values) => string.Format(CultureInfo.GetCultureInfo("nl-NL"), this[key], values);
}
