namespace Participatie.Surveys.PlainLanguage;

/// <summary>
/// Splits at <c>. ! ?</c> and at line ends. An abbreviation, an initial, a time (10.30 u.), a number (1.203) and an address do not end
/// a sentence; a heading and an item of a list are sentences of their own.
/// </summary>
public static class SplitSentences
{
    /// <summary>A bound on looking for the next word behind a mark, for lines of dots.</summary>
    private const int FarthestNext = 40;

    private const string Closers = ")]}\"'’”»";

    public static IReadOnlyList<Sentence> In(string text)
    {
        var sentences = new List<Sentence>();
        var line = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            line++;
            var words = ListMarks.Without(text[range].Trim());
            var start = 0;
            for (var at = 0; at < words.Length; at++)
            {
                if (WrittenAddresses.LengthAt(words, at) is > 0 and var address)
                {
                    at += address - 1;
                }
                else if (words[at] is '.' or '!' or '?' or '…' && EndOfSentence(words, start, at) is > 0 and var end)
                {
                    Add(sentences, words[start..end], line);
                    start = end;
                    at = end - 1;
                }
            }

            Add(sentences, words[start..], line);
        }

        return sentences;
    }

    private static void Add(List<Sentence> sentences, string text, int line)
    {
        var sentence = new Sentence(text.Trim(), line);
        if (sentence.WordCount > 0)
        {
            sentences.Add(sentence);
        }
    }

    /// <summary>Behind the mark and what closes with it, or 0 when the sentence goes on.</summary>
    private static int EndOfSentence(string line, int start, int mark)
    {
        var end = mark + 1;
        while (end < line.Length && line[end] is '.' or '!' or '?')
        {
            end++;
        }

        var ellipsis = end - mark > 1 && line[mark] == '.';
        while (end < line.Length && Closers.Contains(line[end], StringComparison.Ordinal))
        {
            end++;
        }

        var closed = end - mark > 1 && Closers.Contains(line[end - 1], StringComparison.Ordinal);
        var next = end;
        while (next < line.Length && next - end < FarthestNext && !char.IsLetterOrDigit(line[next]))
        {
            next++;
        }

        if (next == line.Length || next - end == FarthestNext)
        {
            return next;
        }

        var goesOnSmall = char.IsLower(line[next]);
        if (next == end)
        {
            // "goed.Daarna": a space was forgotten.
            return mark >= 2
                && char.IsLower(line[mark - 1])
                && char.IsLower(line[mark - 2])
                && char.IsUpper(line[next])
                && next + 1 < line.Length
                && char.IsLower(line[next + 1])
                ? end
                : 0;
        }

        if (line[mark] != '.' || ellipsis)
        {
            return goesOnSmall && (closed || line[mark] is '.' or '…') ? 0 : end;
        }

        return goesOnSmall && closed ? 0 : Abbreviations.EndsSentence(line.AsSpan(start, mark - start), line.AsSpan(next)) ? end : 0;
    }
}
