using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Reporting.Results;

/// <summary>Mean, median and the middle half as cells of a table; not shown when null.</summary>
internal static class MeasureCells
{
    public static ResultCell Mean(PublishedMeasure? measure, ResultWording wording, double from, double to, Unit? unit = null) =>
        measure is null
        ? new ResultCell(wording["hidden"])
        : new ResultCell(
            unit is null
                ? wording.Number(measure.Mean)
                : $"{wording.Number(measure.Mean)} {wording.Label(unit.For((decimal)measure.Mean)).Text}",
            (measure.Mean - from) / Math.Max(1, to - from));

    public static IReadOnlyList<ResultCell> Spread(PublishedMeasure? measure, ResultWording wording) => measure is null
        ? [new(wording["hidden"]), new(wording["hidden"])]
        : [new(wording.Number(measure.Median)), new(Between(measure.Low, measure.High, wording))];

    public static string Between(double low, double high, ResultWording wording) => low.Equals(high)
        ? wording.Number(low)
        : wording.Say("between", wording.Number(low), wording.Number(high));
}
