using System.Collections.Frozen;

namespace Participatie.Surveys.PlainLanguage.Warnings;

/// <summary>A form of "worden", or of "zijn" without "hebben", with a past participle in the same clause.</summary>
internal static class Passive
{
    private static readonly FrozenSet<string> Becoming = new[]
    {
        "word",
        "wordt",
        "worden",
        "werd",
        "werden",
    }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Being = new[]
    {
        "is",
        "zijn",
        "was",
        "waren",
        "ben",
        "bent",
    }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Having = new[]
    {
        "heb",
        "hebt",
        "heeft",
        "hebben",
        "had",
        "hadden",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<Warning> In(Sentence sentence)
    {
        foreach (var (start, end) in Clauses.In(sentence))
        {
            if (ParticipleIn(sentence, start, end) is var (auxiliary, participle))
            {
                var words = sentence.Words;
                var (first, last) = auxiliary < participle ? (auxiliary, participle) : (participle, auxiliary);
                var where = last - first > 1 ? $"{words[first].Text} … {words[last].Text}" : $"{words[first].Text} {words[last].Text}";
                yield return new Warning(
                    WarningKind.Passive,
                    sentence,
                    where,
                    $"‘{where}’: de zin zegt niet wie dat doet.",
                    "Zeg wie het doet: ‘Wij lezen uw antwoord’, niet ‘Uw antwoord wordt gelezen’.");
            }
        }
    }

    private static (int Auxiliary, int Participle)? ParticipleIn(Sentence sentence, int start, int end)
    {
        var words = sentence.Words;
        var becoming = -1;
        var being = -1;
        var having = false;
        for (var at = start; at < end; at++)
        {
            var word = words[at].Lower;
            becoming = Becoming.Contains(word) ? at : becoming;
            being = Being.Contains(word) ? at : being;
            having |= Having.Contains(word);
        }

        if (becoming < 0 && (being < 0 || having))
        {
            return null;
        }

        for (var at = end - 1; at >= start; at--)
        {
            if (!Participles.Is(words[at].Lower)
                || (at > start && (words[at].StartsWithCapital || IsNounAfter(words[at - 1].Lower, at == end - 1))))
            {
                continue;
            }

            if (becoming >= 0 ? !EndsInAVerbOfItsOwn(words, start, at, becoming, end) : !Participles.HappensByItself(words[at].Lower))
            {
                return (becoming >= 0 ? becoming : being, at);
            }
        }

        return null;
    }

    private static bool IsNounAfter(string before, bool isLast) =>
        before is "de" or "een" or "onze" or "mijn" or "elk" or "ieder" || (!isLast && before is "het" or "dit" or "dat");

    /// <summary>"Het wordt koud en de gemeente verstrekt dekens": behind "en" a form in -t may be the verb of the next clause.</summary>
    private static bool EndsInAVerbOfItsOwn(IReadOnlyList<WordToken> words, int start, int participle, int auxiliary, int end)
    {
        if (auxiliary > participle || participle == end - 1 || words[participle].Lower[^1] != 't')
        {
            return false;
        }

        for (var at = Math.Max(start, auxiliary); at < participle; at++)
        {
            if (words[at].Lower is "en")
            {
                return true;
            }
        }

        return false;
    }
}
