using System.Collections.Frozen;

namespace Participatie.Surveys.PlainLanguage.Warnings;

/// <summary>Answers that form a scale and lack a middle ("neutraal") or a way out ("weet ik niet").</summary>
public static class UnbalancedScale
{
    private static readonly FrozenSet<string> Degrees =
        new[]
        {
            "heel",
            "erg",
            "zeer",
            "helemaal",
            "veel",
            "te",
            "een",
            "beetje",
            "niet",
            "zo",
            "redelijk",
            "tamelijk",
            "vrij",
            "best",
            "mee",
            "bijna",
            "het",
            "ermee",
            "wel",
        }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Middles =
        new[]
        {
            "neutraal",
            "gaat wel",
            "gewoon",
            "soms",
            "ertussenin",
            "tussenin",
            "hetzelfde",
            "evenveel",
            "misschien",
            "precies goed",
            "maakt niet uit",
            "maakt mij niet uit",
            "gemiddeld",
            "genoeg",
            "gelijk",
        }
            .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> WaysOut =
        new[]
        {
            "weet ik niet",
            "weet ik nog niet",
            "weet niet",
            "geen mening",
            "sla over",
            "zeg ik liever niet",
            "niet van toepassing",
            "anders",
            "dat zeg ik niet",
        }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Sides = WordList.Lines("opposites")
        .SelectMany(line => line.Split('=') is [var good, var other] ? Side(good, line + "+").Concat(Side(other, line + "-")) : [])
        .ToFrozenDictionary(pair => pair.Word, pair => pair.Side, StringComparer.Ordinal);

    /// <param name="question">The question that the labels answer.</param>
    /// <param name="hasWayOut">Whether the question offers one beside its labels.</param>
    public static IEnumerable<Warning> In(Sentence question, IReadOnlyList<string> labels, bool hasWayOut)
    {
        var plain = labels.Select(Plain).ToList();
        var rest = plain.Where(label => !WaysOut.Contains(label) && !IsMiddle(label)).ToList();
        var graded = rest.Count(label => SideOf(label) is not null);
        if (graded < 2 || graded < rest.Count * 0.6)
        {
            yield break;
        }

        if (!plain.Exists(IsMiddle))
        {
            yield return new Warning(
                WarningKind.UnbalancedScale,
                question,
                string.Join(", ", labels),
                "Deze antwoorden hebben geen midden.",
                "Voeg een antwoord in het midden toe: ‘gaat wel’ of ‘neutraal’.");
        }

        if (!hasWayOut && !plain.Exists(WaysOut.Contains))
        {
            yield return new Warning(
                WarningKind.UnbalancedScale,
                question,
                string.Join(", ", labels),
                "Wie het niet weet, kan hier niets kiezen.",
                "Voeg ‘Weet ik niet’ toe.");
        }
    }

    private static IEnumerable<(string Word, string Side)> Side(string words, string side) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (word, side));

    private static string Plain(string label) => string.Join(' ', WordTokens.In(label).Select(word => word.Lower));

    /// <summary>A middle word, or both sides refused: "niet eens, niet oneens".</summary>
    private static bool IsMiddle(string label) =>
        Middles.Contains(label) || label.Split(' ').Count(word => word == "niet") == 2;

    /// <summary>Nothing but a word of a scale with its degree: "heel goed"; "goede scholen" is no degree of anything.</summary>
    private static string? SideOf(string label)
    {
        var words = label.Split(' ').Where(word => !Degrees.Contains(word)).ToList();
        return words.Count == 1 ? Sides.GetValueOrDefault(words[0]) : null;
    }
}
