using System.Globalization;

namespace Participatie.Surveys.Reporting.Export.Spss;

/// <summary>
/// How a variable lies in the file: in elements of 8 bytes, under a short name of old versions. A text of more than 255 bytes is several
/// texts in a row: all but the last have 255 bytes, though only 252 of the width are reckoned for each.
/// </summary>
/// <param name="Variable">Whose it is.</param>
/// <param name="ShortName">Capitals and digits.</param>
/// <param name="Index">Of its first element, from 1.</param>
internal sealed record SpssLayout(SpssVariable Variable, string ShortName, int Index)
{
    public const int Element = 8;
    public const int LongestSegment = 255;

    private const int Reckoned = 252;

    /// <summary>Widths of its texts; of a number a single 0.</summary>
    public IReadOnlyList<int> Segments { get; } = SegmentsOf(Variable.Width);

    public int Elements => Segments.Sum(ElementsOf);

    public static IReadOnlyList<SpssLayout> Of(IReadOnlyList<SpssVariable> variables)
    {
        var layouts = new List<SpssLayout>(variables.Count);
        var index = 1;
        foreach (var variable in variables)
        {
            layouts.Add(new SpssLayout(variable, string.Create(CultureInfo.InvariantCulture, $"V{layouts.Count + 1:D5}"), index));
            index += layouts[^1].Elements;
        }

        return layouts;
    }

    public static int ElementsOf(int width) => width == 0 ? 1 : (width + Element - 1) / Element;

    /// <summary>Of 32,767 bytes, the longest text that there can be, 131 segments: two characters tell them apart.</summary>
    public string SegmentName(int segment) =>
        segment == 0 ? ShortName : string.Create(CultureInfo.InvariantCulture, $"{ShortName}{segment:X2}");

    private static List<int> SegmentsOf(int width)
    {
        if (width <= LongestSegment)
        {
            return [width];
        }

        var count = (width + Reckoned - 1) / Reckoned;
        return [.. Enumerable.Repeat(LongestSegment, count - 1), width - ((count - 1) * Reckoned)];
    }
}
