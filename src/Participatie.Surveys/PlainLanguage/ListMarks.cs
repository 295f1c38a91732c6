using System.Buffers;

namespace Participatie.Surveys.PlainLanguage;

/// <summary>What stands before an item of a list or a heading: a dash, a bullet, <c>1.</c>, <c>a)</c>, <c>##</c>.</summary>
internal static class ListMarks
{
    private static readonly SearchValues<char> NumberMarks = SearchValues.Create("0123456789.");

    public static string Without(string line)
    {
        var bare = line.TrimStart('-', '*', '•', '·', '–', '#', '>', '|', '+', ' ', '\t', '☐', '○');
        var space = bare.IndexOf(' ');
        return space > 0 && IsNumber(bare.AsSpan(0, space)) ? bare[(space + 1)..].TrimStart() : bare;
    }

    /// <summary>
    /// <c>1.</c>, <c>12)</c>, <c>2.1</c> with a mark, <c>a)</c>, <c>(b)</c>; a small letter with a dot is an abbreviation.
    /// </summary>
    private static bool IsNumber(ReadOnlySpan<char> mark)
    {
        var inner = mark.TrimStart('(').TrimEnd(".):");
        return inner.Length is > 0 and <= 5
            && inner.Length < mark.Length
            && (inner.IndexOfAnyExcept(NumberMarks) < 0 || (inner.Length == 1 && char.IsAsciiLetter(inner[0]) && mark[^1] == ')'));
    }
}
