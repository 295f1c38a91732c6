using System.Globalization;
using System.Text;

namespace Participatie.Surveys.Definition.Comparing;

/// <summary>Which words of a sentence, or lines of a document, differ from those before.</summary>
public static class CompareWords
{
    /// <summary>
    /// Word for word. What stays and what is gone make the older text together, what stays and what is new the newer one.
    /// </summary>
    public static IReadOnlyList<Piece> Of(string before, string after) => Joined(Myers.Compare(Words(before), Words(after)));

    /// <summary>The same line for line; each piece has whole lines.</summary>
    public static IReadOnlyList<Piece> OfLines(string before, string after) =>
        Joined(Myers.Compare(Lines(before), Lines(after)), bridgesSpaces: false);

    /// <summary>
    /// Pieces of one kind together. A space alone between two changes belongs to both: who reads hears one change and not three.
    /// </summary>
    private static List<Piece> Joined(IReadOnlyList<Piece> pieces, bool bridgesSpaces = true)
    {
        var joined = new List<Piece>();
        var (gone, added) = (new StringBuilder(), new StringBuilder());
        for (var at = 0; at < pieces.Count; at++)
        {
            var (kind, text) = pieces[at];
            var isBridge = bridgesSpaces && kind == PieceKind.Same && string.IsNullOrWhiteSpace(text)
                && gone.Length + added.Length > 0 && at + 1 < pieces.Count && pieces[at + 1].Kind != PieceKind.Same;
            if (kind == PieceKind.Same && !isBridge)
            {
                Add(joined, gone, added);
                AddSame(joined, text);
                continue;
            }

            gone.Append(kind == PieceKind.New ? "" : text);
            added.Append(kind == PieceKind.Gone ? "" : text);
        }

        Add(joined, gone, added);
        return joined;
    }

    private static void AddSame(List<Piece> joined, string text)
    {
        if (joined is [.., { Kind: PieceKind.Same } last])
        {
            joined[^1] = last with { Text = last.Text + text };
            return;
        }

        joined.Add(new Piece(PieceKind.Same, text));
    }

    private static void Add(List<Piece> joined, StringBuilder gone, StringBuilder added)
    {
        if (gone.Length > 0)
        {
            joined.Add(new Piece(PieceKind.Gone, gone.ToString()));
        }

        if (added.Length > 0)
        {
            joined.Add(new Piece(PieceKind.New, added.ToString()));
        }

        gone.Clear();
        added.Clear();
    }

    /// <summary>Words, spaces and marks, each a token.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (int from = 0, to; from < text.Length; from = to)
        {
            to = from + 1;
            while (to < text.Length && (IsOfWord(text[from]) ? IsOfWord(text[to])
                : char.IsWhiteSpace(text[from]) && char.IsWhiteSpace(text[to])))
            {
                to++;
            }

            words.Add(text[from..to]);
        }

        return words;
    }

    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (int from = 0, to; from < text.Length; from = to)
        {
            to = text.IndexOf('\n', from) is >= 0 and var end ? end + 1 : text.Length;
            lines.Add(text[from..to]);
        }

        return lines;
    }

    // Half of a pair, a mark above a letter and an invisible joiner never stand alone.
    private static bool IsOfWord(char sign) => char.IsLetterOrDigit(sign) || char.IsSurrogate(sign)
        || char.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;
}
