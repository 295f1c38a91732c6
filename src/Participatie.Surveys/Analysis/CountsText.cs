using System.Globalization;
using System.Text;

namespace Participatie.Surveys.Analysis;

/// <summary>
/// The stored form of counts, canonical, one line a group: first the shape and the names of the cells, then the name of each group that is
/// not empty with its numbers in that order. Names come with it, so that counts of several versions can be added up by name.
/// <code>
/// yesno|$seen $skipped $dontknow $rathernot ja nee
/// *|12 1 0 0 6 5
/// place=assen|12 1 0 0 6 5
/// </code>
/// </summary>
public static class CountsText
{
    public static string Write(QuestionCounts counts)
    {
        var text = new StringBuilder(Header(counts));
        for (var split = 0; split < counts.Breakdowns.Names.Count; split++)
        {
            var row = counts.Row(split);
            if (!row.ContainsAnyExcept(0L))
            {
                continue;
            }

            text.Append('\n').Append(counts.Breakdowns.Names[split]);
            for (var cell = 0; cell < row.Length; cell++)
            {
                text.Append(cell == 0 ? '|' : ' ').Append(CultureInfo.InvariantCulture, $"{row[cell]}");
            }
        }

        return text.ToString();
    }

    /// <summary>Adds stored counts, by the names of groups and cells; they may come from another version.</summary>
    /// <returns>False, and nothing added, when the stored counts have another shape, cell or group: they belong to another
    /// question.</returns>
    public static bool AddTo(QuestionCounts counts, ReadOnlySpan<char> text)
    {
        var lines = text.EnumerateLines();
        lines.MoveNext();
        var header = lines.Current;
        if (!header[..header.IndexOf('|')].SequenceEqual(counts.Question.Shape)
            || CellsOf(counts, header) is not { } cells
            || !HasKnownGroups(counts.Breakdowns, text))
        {
            return false;
        }

        while (lines.MoveNext())
        {
            var line = lines.Current;
            var bar = line.IndexOf('|');
            var row = counts.Row(GroupOf(counts.Breakdowns, line[..bar]));
            var numbers = line[(bar + 1)..];
            var at = 0;
            foreach (var number in numbers.Split(' '))
            {
                row[cells[at]] += long.Parse(numbers[number], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
                at++;
            }
        }

        return true;
    }

    /// <exception cref="InvalidOperationException">The text is of another question.</exception>
    public static QuestionCounts Read(Tallies.QuestionTally question, Breakdowns splits, ReadOnlySpan<char> text)
    {
        var counts = new QuestionCounts(question, splits);
        return AddTo(counts, text) ? counts : throw new InvalidOperationException($"Stored counts of '{question.Id}' have another shape.");
    }

    private static string Header(QuestionCounts counts) => $"{counts.Question.Shape}|{string.Join(' ', counts.Question.Cells)}";

    /// <summary>How many people saw the question, without reading the rest.</summary>
    public static long Seen(ReadOnlySpan<char> text)
    {
        var everybody = text[(text.IndexOf('\n') + 1)..];
        // Counts that were taken back to nothing have no line.
        if (text.IndexOf('\n') < 0 || !everybody.StartsWith(Breakdowns.Everybody))
        {
            return 0;
        }

        var numbers = everybody[(everybody.IndexOf('|') + 1)..];
        return long.Parse(numbers[..numbers.IndexOf(' ')], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    /// <summary>How many people of each group saw the question; everybody together is no group.</summary>
    public static IEnumerable<(string Group, long Seen)> SeenByGroup(string text) =>
        from line in text.Split('\n').Skip(1)
        let bar = line.IndexOf('|', StringComparison.Ordinal)
        where line[..bar] != Breakdowns.Everybody
        let end = line.IndexOf(' ', bar)
        select (line[..bar], long.Parse(line.AsSpan(bar + 1, end - bar - 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));

    /// <summary>Without the lines of the groups.</summary>
    public static string OfEverybody(string text)
    {
        var end = text.IndexOf('\n', text.IndexOf('\n', StringComparison.Ordinal) + 1);
        return end < 0 ? text : text[..end];
    }

    /// <returns>Null when one is unknown.</returns>
    private static int[]? CellsOf(QuestionCounts counts, ReadOnlySpan<char> header)
    {
        if (header.SequenceEqual(Header(counts)))
        {
            return [.. Enumerable.Range(0, counts.Question.Cells.Count)];
        }

        int[] cells = [.. header[(header.IndexOf('|') + 1)..].ToString().Split(' ').Select(counts.Question.CellOf)];
        return Array.TrueForAll(cells, cell => cell >= 0) ? cells : null;
    }

    private static bool HasKnownGroups(Breakdowns splits, ReadOnlySpan<char> text)
    {
        var lines = text.EnumerateLines();
        lines.MoveNext();
        while (lines.MoveNext())
        {
            if (GroupOf(splits, lines.Current[..lines.Current.IndexOf('|')]) < 0)
            {
                return false;
            }
        }

        return true;
    }

    private static int GroupOf(Breakdowns splits, ReadOnlySpan<char> name)
    {
        for (var index = 0; index < splits.Names.Count; index++)
        {
            if (name.SequenceEqual(splits.Names[index]))
            {
                return index;
            }
        }

        return -1;
    }
}
