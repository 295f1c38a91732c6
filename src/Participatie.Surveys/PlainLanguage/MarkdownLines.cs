using System.Text;

namespace Participatie.Surveys.PlainLanguage;

/// <summary>The words of a Markdown text, each paragraph on the line where it begins, so that places keep their line number.</summary>
public static class MarkdownLines
{
    public static string Plain(string markdown)
    {
        var plain = new StringBuilder(markdown.Length);
        var open = 0;
        var code = false;
        foreach (var range in markdown.AsSpan().Split('\n'))
        {
            var line = markdown[range].Trim();
            code ^= line.StartsWith("```", StringComparison.Ordinal);
            if (code
                || line.Length == 0
                || line.StartsWith("```", StringComparison.Ordinal)
                || line.StartsWith("|--", StringComparison.Ordinal)
                || line.StartsWith("---", StringComparison.Ordinal))
            {
                plain.Append('\n', open + 1);
                open = 0;
            }
            else if (open > 0 && !StartsItem(line))
            {
                plain.Append(' ').Append(Unmarked(line));
                open++;
            }
            else
            {
                plain.Append('\n', open).Append(Unmarked(line));
                open = line[0] == '#' ? 0 : 1;
                plain.Append('\n', line[0] == '#' ? 1 : 0);
            }
        }

        return plain.ToString();
    }

    private static bool StartsItem(string line) =>
        line[0] is '-' or '*' or '#' or '>' or '|' or '+'
            || (char.IsAsciiDigit(line[0]) && line.IndexOf(' ', StringComparison.Ordinal) is > 1 and < 5 and var space
                && line[space - 1] is '.' or ')');

    /// <summary>Without emphasis and code marks; of a link only its words.</summary>
    private static string Unmarked(string line)
    {
        line = line.Replace("**", "", StringComparison.Ordinal).Replace("__", "", StringComparison.Ordinal)
            .Replace("`", "", StringComparison.Ordinal);
        for (var middle = line.IndexOf("](", StringComparison.Ordinal); middle > 0; middle = line.IndexOf("](", StringComparison.Ordinal))
        {
            var open = line.LastIndexOf('[', middle);
            var close = line.IndexOf(')', middle);
            if (open < 0 || close < 0)
            {
                break;
            }

            line = line[..open] + line[(open + 1)..middle] + line[(close + 1)..];
        }

        return line;
    }
}
