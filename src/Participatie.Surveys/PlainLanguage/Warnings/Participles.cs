using System.Collections.Frozen;

namespace Participatie.Surveys.PlainLanguage.Warnings;

/// <summary>
/// Past participles: ge-, be-, ver-, ont-, her- and er- in -t or -d by their form, those in -en and rarer ones by a list.
/// </summary>
internal static class Participles
{
    private static readonly FrozenSet<string> Strong = WordList.Words("strong-participles");
    private static readonly FrozenSet<string> ByItself = WordList.Words("happens-by-itself");
    private static readonly FrozenSet<string> LookAlikes = WordList.Words("no-participles");

    private static readonly string[] Separable =
    [
        "aan",
        "achter",
        "af",
        "bekend",
        "beschikbaar",
        "bij",
        "binnen",
        "buiten",
        "deel",
        "dicht",
        "door",
        "gelijk",
        "goed",
        "in",
        "klaar",
        "leeg",
        "los",
        "mede",
        "mee",
        "mis",
        "na",
        "neer",
        "om",
        "onder",
        "op",
        "open",
        "over",
        "plaats",
        "rond",
        "samen",
        "schoon",
        "stil",
        "stuk",
        "tegen",
        "terug",
        "thuis",
        "toe",
        "tussen",
        "uit",
        "vast",
        "vol",
        "voor",
        "voorbij",
        "voort",
        "vrij",
        "waar",
        "weer",
        "weg",
    ];

    public static bool Is(string word) =>
        word.Length >= 5 && word[^1] is 't' or 'd' or 'n' && !LookAlikes.Contains(word)
        && (Strong.Contains(word) || ByForm(word) || Bases(word).Any(rest => Strong.Contains(rest) || ByForm(rest)));

    /// <summary>"Is gegaan" and "is getrouwd" are no passives, nor is a shop that "is gesloten"; a road that "is afgesloten" is.</summary>
    public static bool HappensByItself(string word) =>
        ByItself.Contains(word) || (!Strong.Contains(word) && Bases(word).Any(rest => rest != "gesloten" && ByItself.Contains(rest)));

    private static IEnumerable<string> Bases(string word)
    {
        foreach (var prefix in Separable)
        {
            if (word.Length > prefix.Length + 4
                && word.StartsWith(prefix, StringComparison.Ordinal)
                && word.AsSpan(prefix.Length) is ['g', 'e', ..] or ['b', 'e', ..] or ['v', 'e', 'r', ..])
            {
                yield return word[prefix.Length..];
            }
        }
    }

    private static bool ByForm(string word) =>
        !word.EndsWith("heid", StringComparison.Ordinal)
        && !LookAlikes.Contains(word)
        && word.Length >= 5
        && word[^1] is 't' or 'd'
        && (word.StartsWith("ge", StringComparison.Ordinal)
            || (word.Length >= 6 && (word.StartsWith("be", StringComparison.Ordinal) || word.StartsWith("ver", StringComparison.Ordinal)
                || word.StartsWith("ont", StringComparison.Ordinal)
                || word.StartsWith("her", StringComparison.Ordinal)) && EndsLikeAParticiple(word)));

    /// <summary>-d, or -t behind a consonant without voice: "verwerkt"; "betaalt" and "bestaat" are forms of the present.</summary>
    private static bool EndsLikeAParticiple(string word) =>
        word.EndsWith("end", StringComparison.Ordinal) ? IsPastInEnd(word)
        : word[^1] == 'd' ? word[^2] is not ('n' or 'a') || word.EndsWith("oond", StringComparison.Ordinal)
        : word[^2] is 'k' or 'f' or 's' or 'p' or 'h' or 'x'
            || word.EndsWith("oot", StringComparison.Ordinal)
            || word.EndsWith("oet", StringComparison.Ordinal)
            || word.EndsWith("icht", StringComparison.Ordinal);

    /// <summary>"verleend", "bediend", "berekend"; most others in -end are of the present: "beperkend", "ontbrekend".</summary>
    private static bool IsPastInEnd(string word) =>
        word.EndsWith("eend", StringComparison.Ordinal)
        || word.EndsWith("iend", StringComparison.Ordinal)
        || word is "herkend" or "ontkend" or "verwend"
        || (word.EndsWith("ekend", StringComparison.Ordinal) && !word.EndsWith("brekend", StringComparison.Ordinal)
            && !word.EndsWith("sprekend", StringComparison.Ordinal));
}
