using Participatie.Surveys.Analysis.Publishing;

namespace Participatie.Surveys.Reporting.Results;

/// <summary>Mean, median and the middle half as cells of a table.</summary>
internal static class MeasureCells
{
    public static IReadOnlyList<ResultCell> Of(PublishedMeasure measure, ResultWording wording, double from, double to) =>
    [
        new(wording.Say("amount", measure.Mean), (measure.Mean - from) / Math.Max(1, to - from)),
        new(wording.Say("amount", measure.Median)),
        new(wording.Say("between", measure.Low, measure.High)),
    ];

    public static IReadOnlyList<ResultCell> Hidden(ResultWording wording) => [new(wording["hidden"]), new(wording["hidden"]), new(wording["hidden"])];
}
