namespace Participatie.Surveys.Analysis;

/// <summary>How often each value was given, with what follows from it. Values are in ascending order.</summary>
public sealed class Histogram(IReadOnlyList<(long Value, long Count)> bars)
{
    public long Total { get; } = bars.Sum(bar => bar.Count);

    /// <summary>Whether everybody gave the same value.</summary>
    public bool IsUniform => bars.Count(bar => bar.Count != 0) <= 1;

    public double Mean => (double)bars.Sum(bar => bar.Value * bar.Count) / Total;

    public double Median => Quantile(0.5);

    /// <summary>
    /// Standard deviation of the people who answered (divided by their number: they are everybody we describe, not a sample).
    /// </summary>
    public double StandardDeviation
    {
        get
        {
            var mean = Mean;
            return Math.Sqrt(bars.Sum(bar => bar.Count * (bar.Value - mean) * (bar.Value - mean)) / Total);
        }
    }

    /// <summary>
    /// The value of the bar in which that part of the answers is reached: definition 1 of the same paper, for bars that are bands and have
    /// no middle.
    /// </summary>
    public long BarAt(double part)
    {
        var needed = Total * part;
        long below = 0;
        return bars.First(bar => (below += bar.Count) >= needed && below > 0).Value;
    }

    /// <summary>
    /// The smallest value at or below which that part of the answers lies, or the middle of two when exactly that part lies at or below the
    /// lower one: definition 2 of Hyndman and Fan, "Sample quantiles in statistical packages" (1996). A quarter and three quarters give the
    /// interquartile range.
    /// </summary>
    public double Quantile(double part)
    {
        var needed = Total * part;
        long below = 0;
        for (var index = 0; index < bars.Count; index++)
        {
            below += bars[index].Count;
            if (below > needed)
            {
                return bars[index].Value;
            }

            if (below == needed && bars[index].Count != 0)
            {
                var next = bars.Skip(index + 1).FirstOrDefault(bar => bar.Count != 0, bars[index]);
                return (bars[index].Value + next.Value) / 2.0;
            }
        }

        throw new InvalidOperationException("Nobody answered, so there is no median.");
    }
}
