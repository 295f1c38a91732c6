using Participatie.Surveys.Language;

namespace Participatie.Surveys.PlainLanguage.Warnings;

/// <summary>
/// Finds words and phrases. A star stands for any letters at that end of a single word (<c>implementati*</c>, <c>*expertise</c>);
/// <c>...</c> in a phrase for up to eight words, none of which begins a purpose ("dient om").
/// </summary>
internal sealed class PhraseBook
{
    private const int Gap = 8;

    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _beginnings = new(StringComparer.Ordinal);
    private readonly List<(string End, string Say)> _ends = [];
    private readonly List<(string Part, string Say)> _parts = [];
    private readonly Dictionary<string, List<(string[] Words, string Say)>> _phrases = new(StringComparer.Ordinal);

    private int _longestBeginning;

    public void Add(string form, string say)
    {
        var words = form.Split(' ');
        if (words.Length > 1)
        {
            if (!_phrases.TryGetValue(words[0], out var same))
            {
                _phrases[words[0]] = same = [];
            }

            same.Add((words, say));
            return;
        }

        switch (form[0] == '*', form[^1] == '*')
        {
            case (true, true):
                _parts.Add((form.Trim('*'), say));
                break;
            case (true, false):
                _ends.Add((form[1..], say));
                break;
            case (false, true):
                _beginnings.TryAdd(form[..^1], say);
                _longestBeginning = Math.Max(_longestBeginning, form.Length - 1);
                break;
            default:
                _words.TryAdd(form, say);
                break;
        }
    }

    public IEnumerable<(string Where, string Say)> In(Sentence sentence)
    {
        var words = sentence.Words;
        for (var at = 0; at < words.Count; at++)
        {
            if (PhraseAt(words, at) is var (last, say))
            {
                yield return (sentence.Text[words[at].Start..words[last].End], say);
                at = last;
            }
            else if (!IsName(words, at) && SayFor(words[at].Lower) is { } plain)
            {
                yield return (words[at].Text, plain);
            }
        }
    }

    /// <summary>A capital inside a sentence: what somebody is called cannot be said otherwise.</summary>
    private static bool IsName(IReadOnlyList<WordToken> words, int at) => at > 0 && words[at].StartsWithCapital;

    private string? SayFor(string word)
    {
        if (_words.TryGetValue(word, out var say))
        {
            return say;
        }

        var beginnings = _beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 4; length <= Math.Min(word.Length, _longestBeginning); length++)
        {
            if (beginnings.TryGetValue(word.AsSpan(0, length), out say))
            {
                return say;
            }
        }

        foreach (var (end, plain) in _ends)
        {
            if (word.Length > end.Length && word.EndsWith(end, StringComparison.Ordinal))
            {
                return plain;
            }
        }

        foreach (var (part, plain) in _parts)
        {
            if (word.Contains(part, StringComparison.Ordinal))
            {
                return plain;
            }
        }

        return null;
    }

    private (int Last, string Say)? PhraseAt(IReadOnlyList<WordToken> words, int at)
    {
        if (_phrases.TryGetValue(words[at].Lower, out var phrases))
        {
            foreach (var (phrase, say) in phrases)
            {
                if (LastOf(words, at + 1, phrase, 1) is { } last)
                {
                    return (last, say);
                }
            }
        }

        return null;
    }

    private static int? LastOf(IReadOnlyList<WordToken> words, int at, string[] phrase, int part)
    {
        for (; part < phrase.Length; part++, at++)
        {
            if (phrase[part] == "...")
            {
                for (
                    var skipped = 0; skipped < Gap
                        && at + skipped < words.Count
                        && words[at + skipped].Lower is not ("om" or "als" or "voor" or "tot"); skipped++)
                {
                    if (LastOf(words, at + skipped, phrase, part + 1) is { } last)
                    {
                        return last;
                    }
                }

                return null;
            }

            if (at >= words.Count || !Matches(words[at].Lower, phrase[part]))
            {
                return null;
            }
        }

        return at - 1;
    }

    private static bool Matches(string word, string part) =>
        part[^1] == '*' ? word.AsSpan().StartsWith(part.AsSpan(0, part.Length - 1)) : word == part;
}
