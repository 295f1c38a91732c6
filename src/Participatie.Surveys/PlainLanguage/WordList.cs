using System.Collections.Frozen;

namespace Participatie.Surveys.PlainLanguage;

/// <summary>Lists of Dutch words in <c>Lists/</c>, which authors can add to; <c>#</c> begins a comment.</summary>
internal static class WordList
{
    /// <summary>Every word of a list, however many stand on a line.</summary>
    public static FrozenSet<string> Words(string name) => Lines(name)
        .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToFrozenSet(StringComparer.Ordinal);

    public static IReadOnlyList<string> Lines(string name)
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream($"Participatie.Surveys.PlainLanguage.Lists.{name}.txt")
            ?? throw new InvalidOperationException($"No list '{name}' in this program.");
        using var reader = new StreamReader(stream);
        return
        [
            .. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
        ];
    }
}
