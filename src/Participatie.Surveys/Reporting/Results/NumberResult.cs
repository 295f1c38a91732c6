using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Reporting.Results;

/// <summary>Mean, median and the middle half of the numbers; of a wide range how many people are in each band, with the mean and the band of the median behind it.</summary>
internal sealed class NumberResult : KindResult
{
    public override ResultTable? Table(Question question, ResultSource source)
    {
        var number = (NumberQuestion)question;
        return number.BandWidth == 1 ? Measures(number, source) : new ResultTable(
            [number.Unit is null ? source.Wording["column.answer"] : source.Wording.Label(number.Unit.Many).Text, source.Wording["column.count"]],
            [.. Bands(number).Select(band => new ResultRow(source.Wording.Label(band.Text), [source.Cell(band.Id)]))]);
    }

    public override ResultTable? More(Question question, ResultSource source) =>
        (NumberQuestion)question is { BandWidth: > 1 } number && Measures(number, source) is { } measures ? measures with { Caption = source.Wording["more"] } : null;

    public override IReadOnlyList<TableCell> Cells(Question question) => TableCell.Of(Bands((NumberQuestion)question));

    public override IReadOnlyList<MeasuredRow> Measured(Question question) => [new MeasuredRow(question.Id, null)];

    public override string Sentence(Question question, ResultSource source)
    {
        if (source.Published.Measures is not [var measure])
        {
            return source.Wording["none"];
        }

        var number = (NumberQuestion)question;
        return number.BandWidth == 1
            ? source.Wording.Say("number", source.Wording.Number(measure.Mean), source.Wording.Number(measure.Median))
            : source.Wording.Say("number.band", source.Wording.Number(measure.Mean), Band(number, measure.Median, measure.Median, source.Wording));
    }

    public override IReadOnlyList<(string Cell, string Words)> BreakdownColumns(Question question, ResultWording wording) =>
        [(question.Id, wording["column.mean"])];

    private static ResultTable? Measures(NumberQuestion number, ResultSource source)
    {
        var wording = source.Wording;
        if (source.Published.Measures is not [var measure])
        {
            return null;
        }

        IReadOnlyList<ResultCell> spread = number.BandWidth == 1
            ? MeasureCells.Spread(measure, wording)
            : [new(Band(number, measure.Median, measure.Median, wording)), new(Band(number, measure.Low, measure.High, wording))];
        return new ResultTable(
            [wording["number.row"], number.Unit is null ? wording["column.answer"] : wording.Label(number.Unit.Many).Text],
            [
                // One number on a line: four beside each other do not fit a phone.
                new ResultRow(wording.Label("column.mean"), [MeasureCells.Mean(measure, wording, number.Min, number.Max)]),
                new ResultRow(wording.Label("column.median"), [spread[0]]),
                new ResultRow(wording.Label("column.spread"), [spread[1]]),
            ]);
    }

    /// <summary>From the beginning of one band to the end of another, both as published: by their beginnings.</summary>
    private static string Band(NumberQuestion number, double low, double high, ResultWording wording)
    {
        double scale = number.Scale;
        return MeasureCells.Between(Math.Max(low, number.Min), Math.Min(number.Max, high + ((number.BandWidth - 1) / scale)), wording);
    }

    private static IReadOnlyList<Choice> Bands(NumberQuestion number) =>
        number.BandWidth == 1 ? [] : [.. NumberBands.Shown(number).Select(band => new Choice(NumberTally.Band(band), Words(number, band)))];

    private static Text Words(NumberQuestion number, NumberBand band) => new(Language.InterfaceWords.Tags.ToDictionary(
        tag => tag,
        tag => Language.InterfaceWords.For(tag) is var words
            ? words.Format("result.between", words.Number((decimal)band.From / number.Scale), words.Number((decimal)band.To / number.Scale))
            : "",
        StringComparer.Ordinal));
}
