using Participatie.Surveys.Definition.Json;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;

namespace Participatie.Web.Pages.Definition.Desk.WorkingCopy;

/// <param name="Place">Where, in words.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
/// <param name="Line">In the text, from 1; null when that is not known.</param>
/// <param name="Excerpt">What stands on that line.</param>
public sealed record ProblemRow(string Place, string Message, int? Line, string Excerpt);

/// <param name="Place">Where, in words.</param>
/// <param name="Line">In the text, from 1; null when that is not known.</param>
/// <param name="Sentence">That is hard.</param>
/// <param name="Why">What makes it so.</param>
/// <param name="Plainer">A plainer way.</param>
public sealed record TipRow(string Place, int? Line, string Sentence, string Why, string Plainer);

/// <summary>A document that somebody works on, with all that is to be said about it.</summary>
public sealed record DocumentView
{
    /// <summary>Names in the address of the page of problems and that of tips.</summary>
    public const string ProblemsPage = "problemen";
    public const string TipsPage = "tips";

    private const int RowsOnPage = 25;
    private const int LongestExcerpt = 160;

    /// <summary>A longer line is a whole document without line ends: its beginning says nothing.</summary>
    private const int LongestLine = 2000;

    public required string Text { get; init; }

    public required PageOf<ProblemRow> Problems { get; init; }

    public required PageOf<TipRow> Tips { get; init; }

    public required bool HasMoreTips { get; init; }

    public bool IsEmpty => Text.Length == 0;

    public static DocumentView Of(string text, DocumentReport report, IQueryCollection? query, InterfaceWords words)
    {
        var problems = PageOf.Take(report.Problems, query?[ProblemsPage].ToString(), RowsOnPage);
        var tips = PageOf.Take(report.Tips, query?[TipsPage].ToString(), RowsOnPage);
        var lines = DocumentLines.Of(
            text, problems.Rows.Select(problem => problem.At).Concat(tips.Rows.Select(tip => tip.At)).Where(at => at.Length > 0));
        var excerpts = Excerpts(text, [.. lines.Values]);
        var places = PlaceInWords.For(text, words);
        int? LineOf(string at) => lines.TryGetValue(at, out var line) ? line : null;
        return new DocumentView
        {
            Text = text,
            Problems = problems.Select(rows => rows.Select(problem => new ProblemRow(
                places.Of(problem.At),
                problem.Message,
                LineOf(problem.At),
                LineOf(problem.At) is { } line ? excerpts.GetValueOrDefault(line, "") : ""))),
            Tips = tips.Select(rows => rows.Select(tip => new TipRow(
                places.Of(tip.At), LineOf(tip.At), tip.Warning.Sentence.Text, tip.Warning.Why, tip.Warning.Plainer))),
            HasMoreTips = report.HasMoreTips,
        };
    }

    private static Dictionary<int, string> Excerpts(string text, HashSet<int> wanted)
    {
        var found = new Dictionary<int, string>();
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (wanted.Contains(number) && line.Length <= LongestLine)
            {
                var shown = line.Trim();
                found[number] = shown.Length <= LongestExcerpt ? shown.ToString() : $"{Whole(shown)}…";
            }
        }

        return found;
    }

    /// <summary>Its beginning, without half a character at the end.</summary>
    private static ReadOnlySpan<char> Whole(ReadOnlySpan<char> line) =>
        line[..(char.IsHighSurrogate(line[LongestExcerpt - 1]) ? LongestExcerpt - 1 : LongestExcerpt)];
}
