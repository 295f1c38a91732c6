using System.Buffers;
using System.Collections.Frozen;

namespace Participatie.Surveys.PlainLanguage;

/// <summary>
/// Abbreviations with a dot (<c>Lists/abbreviations.txt</c>): which go on, which may end a sentence, and what they mean in words.
/// </summary>
internal static class Abbreviations
{
    /// <summary>Letters that are names of answers, groups and levels: "Kies A of B. Ga dan verder."</summary>
    private static readonly FrozenSet<string> BeforeALetter =
        new[]
        {
            "of",
            "en",
            "antwoord",
            "deel",
            "groep",
            "status",
            "niveau",
            "lijn",
            "plan",
            "keuze",
            "vraag",
            "optie",
            "zaal",
            "vitamine",
        }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Openers = SearchValues.Create(" (['\"‘“/\u00A0");
    private static readonly FrozenDictionary<string, Entry> All = Read();
    private static readonly FrozenDictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        All.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The plain words for an abbreviation (without its last dot); empty for one that everybody knows, null for none.</summary>
    public static string? WordsFor(ReadOnlySpan<char> bare) => BySpan.TryGetValue(bare, out var entry) ? entry.Plain : null;

    /// <param name="before">The sentence up to the dot.</param>
    /// <param name="next">What follows, from its first letter or digit.</param>
    public static bool EndsSentence(ReadOnlySpan<char> before, ReadOnlySpan<char> next)
    {
        var cut = before.LastIndexOfAny(Openers);
        var last = before[(cut + 1)..];
        var small = char.IsLower(next[0]);
        if (last.IsEmpty)
        {
            return true;
        }

        if (BySpan.TryGetValue(last, out var entry))
        {
            return entry.MayEnd && !small;
        }

        if (last.Length == 1 && char.IsUpper(last[0]))
        {
            var words = before[..Math.Max(cut, 0)].TrimEnd();
            return !small
                && BeforeALetter.GetAlternateLookup<ReadOnlySpan<char>>()
                    .Contains(words[(words.LastIndexOf(' ') + 1)..].TrimStart("(‘\"'"));
        }

        // An abbreviation that nobody listed: short or dotted, and the text goes on with a small letter.
        return !small || !(last.Contains('.') || last.Length <= 4 || char.IsDigit(last[^1]));
    }

    private static FrozenDictionary<string, Entry> Read() => WordList.Lines("abbreviations")
        .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
        .ToFrozenDictionary(
            parts => parts[0].TrimEnd('*').TrimEnd('.'),
            parts => new Entry(parts[1], parts[0].EndsWith('*')),
            StringComparer.OrdinalIgnoreCase);

    private readonly record struct Entry(string Plain, bool MayEnd);
}
