namespace Participatie.Surveys.Definition.Questions;

/// <param name="From">The lowest number in it, in the smallest units.</param>
/// <param name="To">The highest.</param>
public sealed record NumberBand(long From, long To);

/// <summary>Bands of equal, round width: 1, 2 or 5 with zeros, beginning at a multiple of it.</summary>
public static class NumberBands
{
    /// <summary>A range up to here is counted number by number.</summary>
    public const int WidestExact = 2000;

    /// <summary>A tally of one question and group has no more cells than this.</summary>
    public const int Most = 2000;

    /// <summary>More rows are no longer read as one picture.</summary>
    private const int MostShown = 10;

    /// <returns>1 when each number is counted apart.</returns>
    public static long WidthFor(long min, long max) =>
        max - min <= WidestExact ? 1 : Round().First(width => Floor(max, width) - Floor(min, width) < Most);

    /// <summary>The beginning of the band that holds the number.</summary>
    public static long Start(long value, long width) => Floor(value, width) * width;

    /// <summary>Few and round, each made of whole bands of the tally, from the lowest number that may be answered to the highest.</summary>
    public static IReadOnlyList<NumberBand> Shown(NumberQuestion question)
    {
        var (min, max) = ((long)question.Min * question.Scale, (long)question.Max * question.Scale);
        // The highest number alone is no band: it belongs to the one before.
        var width = Round().First(width => width % question.BandWidth == 0 && Floor(max - 1, width) - Floor(min, width) < MostShown);
        var bands = new List<NumberBand>();
        for (var from = Start(min, width); from < max; from += width)
        {
            bands.Add(new NumberBand(Math.Max(from, min), from + width >= max ? max : from + width - 1));
        }

        return bands;
    }

    private static IEnumerable<long> Round()
    {
        for (var power = 1L; ; power *= 10)
        {
            yield return power;
            yield return 2 * power;
            yield return 5 * power;
        }
    }

    private static long Floor(long value, long width) => (value / width) - (value % width < 0 ? 1 : 0);
}
