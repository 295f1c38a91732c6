using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Definition;

namespace Participatie.Surveys.Reporting.Results;

/// <summary>Mean, median and the middle half as cells of a table; not shown when null.</summary>
internal static class MeasureCells
{
    public static ResultCell Mean(PublishedMeasure? measure, ResultWording wording, double from, double to, Text? unit = null) => measure is null
        ? new ResultCell(wording["hidden"])
        : new ResultCell(
            unit is null ? wording.Say("amount", measure.Mean) : $"{wording.Say("amount", measure.Mean)} {wording.Label(unit).Words}",
            (measure.Mean - from) / Math.Max(1, to - from));

    public static IReadOnlyList<ResultCell> Spread(PublishedMeasure? measure, ResultWording wording) => measure is null
        ? [new(wording["hidden"]), new(wording["hidden"])]
        : [new(wording.Say("amount", measure.Median)), new(Middle(measure, wording))];

    private static string Middle(PublishedMeasure measure, ResultWording wording) => measure.Low.Equals(measure.High)
        ? wording.Say("amount", measure.Low)
        : wording.Say("between", measure.Low, measure.High);
}
