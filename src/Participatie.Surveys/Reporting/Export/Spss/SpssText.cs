using System.Text;

namespace Participatie.Surveys.Reporting.Export.Spss;

/// <summary>Texts in places that hold only so many bytes of UTF-8.</summary>
public static class SpssText
{
    private const string More = "…";

    private static readonly int MoreBytes = Encoding.UTF8.GetByteCount(More);

    /// <summary>As much as fits, never a part of a character; an ellipsis says that something is missing.</summary>
    public static string Cut(string text, int bytes)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        return utf8.Length <= bytes ? text : Encoding.UTF8.GetString(utf8, 0, Fitting(utf8, bytes - MoreBytes)) + More;
    }

    /// <summary>The same for what is asked and what it is asked about, which stays whole as long as it can.</summary>
    /// <param name="asked">The question.</param>
    /// <param name="about">The choice, with what stands between the two.</param>
    /// <param name="bytes">For both together.</param>
    public static string Cut(string asked, string about, int bytes) =>
        Cut(Cut(asked, Math.Max(bytes / 4, bytes - Encoding.UTF8.GetByteCount(about))) + about, bytes);

    /// <returns>How many of the first bytes fit without a part of a character.</returns>
    public static int Fitting(ReadOnlySpan<byte> utf8, int bytes)
    {
        if (utf8.Length <= bytes)
        {
            return utf8.Length;
        }

        var end = bytes;
        while (end > 0 && (utf8[end] & 0xC0) == 0x80)
        {
            end--;
        }

        return end;
    }

    /// <summary>Lines of that many bytes at most, broken between words where that is possible.</summary>
    public static IEnumerable<string> Wrap(string text, int bytes)
    {
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var rest = paragraph;
            while (Encoding.UTF8.GetByteCount(rest) > bytes)
            {
                var fits = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(rest).AsSpan()[..Fitting(Encoding.UTF8.GetBytes(rest), bytes)]);
                var space = fits.LastIndexOf(' ');
                var end = space > 0 ? space : fits.Length;
                yield return rest[..end];
                rest = rest[end..].TrimStart(' ');
            }

            yield return rest;
        }
    }
}
