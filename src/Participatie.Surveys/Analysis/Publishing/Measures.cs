using Participatie.Surveys.Analysis.Tallies;

namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>
/// Mean, median and spread, shown only when enough people answered; of people and of groups only when they did not all answer the same.
/// </summary>
internal static class Measures
{
    public static IReadOnlyList<PublishedMeasure> Of(PublicTable table, bool isProtected, int split = 0) =>
        Suppression.IsSmall(table.Answered(split))
            ? []
            : [.. table.Cells.Measured.Select(measured => Of(table, measured, isProtected, split)).OfType<PublishedMeasure>()];

    private static PublishedMeasure? Of(PublicTable table, MeasuredCells measured, bool isProtected, int split)
    {
        var histogram = table.Histogram(measured, split);
        if ((isProtected && histogram.IsUniform) || Suppression.IsSmall(histogram.Total))
        {
            return null;
        }

        double scale = measured.Scale;
        var mean = Math.Round(
            (table.Sum(measured, split) is { } sum ? (double)sum / histogram.Total : histogram.Mean) / scale, measured.Scale > 10 ? 2 : 1);
        return measured.Width == 1
            ? new PublishedMeasure(
                measured.Id, mean, histogram.Median / scale, histogram.Quantile(0.25) / scale, histogram.Quantile(0.75) / scale)
            : new PublishedMeasure(
                measured.Id, mean, histogram.BarAt(0.5) / scale, histogram.BarAt(0.25) / scale, histogram.BarAt(0.75) / scale);
    }
}
