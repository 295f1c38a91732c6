using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.Export.Columns;
using Participatie.Surveys.Reporting.Results;
using Participatie.Surveys.Reporting.Summary;

namespace Participatie.Surveys.Reporting.Kinds;

/// <summary>
/// Mean, median and the middle half of the numbers; of a wide range how many people are in each band, with the mean and the band of the
/// median behind it.
/// </summary>
internal sealed class NumberReport : KindReport<NumberQuestion>
{
    public override int Lowest(Question question) => ((NumberQuestion)question).Min;

    protected override IEnumerable<string> Parts(NumberQuestion question) => [Whole];

    public override ColumnType ColumnTypeOf(Question question, string part) =>
        ((NumberQuestion)question).Decimals == 0 ? ColumnType.Whole : ColumnType.Fractional;

    protected override AnswerWriter Writer(NumberQuestion question, ColumnGroup group, Cells cells) =>
        new NumberWriter(question, group, cells);

    protected override string Describe(NumberQuestion question, string part) => question.Text.Dutch;

    protected override IEnumerable<(string Value, string Meaning)> Values(NumberQuestion question, string part)
    {
        // In the file a point stands before decimals, whatever the language of the page was.
        var form = question.Decimals == 0
            ? "een heel getal"
            : $"een getal met hooguit {question.Decimals} {(question.Decimals == 1 ? "cijfer" : "cijfers")} achter de punt";
        return [($"{question.Min} … {question.Max}", question.Unit is null ? form : $"{form} ({question.Unit.Many.Dutch})")];
    }

    protected override ResultTable? Table(NumberQuestion question, ResultSource source) =>
        question.BandWidth == 1 ? Measures(question, source) : new ResultTable(
        [
            question.Unit is null ? source.Wording["column.answer"] : source.Wording.Label(question.Unit.Many).Text,
            source.Wording["column.count"],
        ],
        [.. Bands(question).Select(band => new ResultRow(source.Wording.Label(band.Text), [source.Cell(band.Id)]))]);

    protected override ResultTable? More(NumberQuestion question, ResultSource source) =>
        question.BandWidth > 1 && Measures(question, source) is { } measures ? measures with { Caption = source.Wording["more"] } : null;

    protected override IReadOnlyList<TableCell> Cells(NumberQuestion question) => TableCell.Of(Bands(question));

    protected override IReadOnlyList<MeasuredRow> Measured(NumberQuestion question) => [new MeasuredRow(question.Id, null)];

    protected override string Sentence(NumberQuestion question, ResultSource source)
    {
        if (source.Published.Measures is not [var measure])
        {
            return source.Wording["none"];
        }

        return question.BandWidth == 1
            ? source.Wording.Say("number", source.Wording.Number(measure.Mean), source.Wording.Number(measure.Median))
            : source.Wording.Say(
                "number.band", source.Wording.Number(measure.Mean), Band(question, measure.Median, measure.Median, source.Wording));
    }

    protected override IEnumerable<Finding> Findings(NumberQuestion question, ResultSource source)
    {
        if (source.Published.Measures is [_])
            yield return new Finding(FindingKind.Other, 0, Sentence(question, source));
    }

    protected override Minority? Minority(NumberQuestion question, ResultSource source) =>
        source.Published.Measures is [var measure] && question.BandWidth == 1
            ? new Minority("spread", MeasureCells.Between(measure.Low, measure.High, source.Wording), 0, null)
            : null;

    protected override IReadOnlyList<(string Cell, string Words)> BreakdownColumns(NumberQuestion question, ResultWording wording) =>
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

    private static Text Words(NumberQuestion number, NumberBand band) => new(InterfaceWords.Tags.ToDictionary(
        tag => tag,
        tag => InterfaceWords.For(tag) is var words
            ? words.Format("result.between", words.Number((decimal)band.From / number.Scale), words.Number((decimal)band.To / number.Scale))
            : "",
        StringComparer.Ordinal));

    private sealed class NumberWriter(Question question, ColumnGroup group, Cells cells) : AnswerWriter(question, group, cells)
    {
        private readonly int _column = group.First;

        private protected override void WriteAnswer(ReadOnlySpan<byte> value) => Cells.Amount(_column, value);
    }
}
