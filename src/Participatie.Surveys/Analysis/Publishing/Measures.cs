using Participatie.Surveys.Analysis.Tallies;

namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>Mean, median and spread, shown only when enough people answered and they did not all answer the same.</summary>
internal static class Measures
{
    public static IReadOnlyList<PublishedMeasure> Of(PublicTable table, int split = 0) =>
        Suppression.IsSmall(table.Answered(split))
            ? []
            : [.. table.Cells.Measured.Select(measured => Of(table, measured, split)).OfType<PublishedMeasure>()];

    private static PublishedMeasure? Of(PublicTable table, MeasuredCells measured, int split)
    {
        var histogram = table.Histogram(measured, split);
        return histogram.IsUniform || Suppression.IsSmall(histogram.Total)
            ? null
            : new PublishedMeasure(
                measured.Id, Math.Round(histogram.Mean, 1), histogram.Median, histogram.Quantile(0.25), histogram.Quantile(0.75));
    }
}
