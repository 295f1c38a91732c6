using System.Globalization;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Analysis.Tallies;

/// <summary>
/// How often each number was given; of a wide range how often a number in each band, with the exact sum beside it, so that the mean stays
/// exact. Everything is in the smallest units of the question: with two decimals 12.5 is 1250.
/// </summary>
public sealed class NumberTally : QuestionTally
{
    private const string Sum = "$sum";

    private readonly long _min;
    private readonly long _max;
    private readonly long _width;
    private readonly long _first;
    private readonly int _decimals;

    public NumberTally(NumberQuestion question)
        : base(question.Id, ShapeOf(question))
    {
        (_min, _max, _width, _decimals) = (
            (long)question.Min * question.Scale, (long)question.Max * question.Scale, question.BandWidth, question.Decimals);
        _first = NumberBands.Start(_min, _width);
        var values = new List<long>();
        for (var value = _first; value <= _max; value += _width)
        {
            values.Add(value);
        }

        AddCells(values.Select(Number));
        var measured = new MeasuredCells(
            question.Id, [.. values.Select(value => (value, Number(value)))]) { Scale = question.Scale, Width = _width };
        if (_width == 1)
        {
            ForPublic = PublicCells.AnsweredOnly with { Measured = [measured] };
            return;
        }

        SumCell = Cells.Count;
        AddCells([Sum]);
        var shown = NumberBands.Shown(question);
        ForPublic = PublicCells.OneOf(shown.Select(Band)) with
        {
            Measured = [measured with { Sum = Sum }],
            Summed = shown.ToDictionary(
                Band,
                band => (IReadOnlyList<string>)[.. values.Where(value => value + _width > band.From && value <= band.To).Select(Number)],
                StringComparer.Ordinal),
        };
    }

    public override PublicCells ForPublic { get; }

    public override int MostHits => 2;

    public override int SumCell { get; } = -1;

    public static string Number(long units) => units.ToString(CultureInfo.InvariantCulture);

    /// <summary>The public cell of some bands together.</summary>
    public static string Band(NumberBand band) => string.Create(CultureInfo.InvariantCulture, $"{band.From}..{band.To}");

    public override long SumOf(ReadOnlySpan<byte> answer) => SumCell < 0 || CanonicalReader.IsPassedOver(answer) ? 0 : Units(answer);

    protected override int CountOwn(ReadOnlySpan<byte> answer, Span<int> hits)
    {
        hits[0] = Own + (int)((Units(answer) - _first) / _width);
        return 1;
    }

    /// <summary>Counts that were stored before there were decimals and bands keep their shape.</summary>
    private static string ShapeOf(NumberQuestion question) => (question.Scale, question.BandWidth) switch
    {
        (1, 1) => question.Kind,
        var (scale, width) => string.Create(CultureInfo.InvariantCulture, $"{question.Kind} {scale}/{width}"),
    };

    private long Units(ReadOnlySpan<byte> answer) =>
        CanonicalReader.TryUnits(answer, _decimals, out var units) && units >= _min && units <= _max ? units : throw Damaged();
}

internal sealed class NumberTallies : KindTally<NumberQuestion>
{
    protected override QuestionTally TallyOf(NumberQuestion question) => new NumberTally(question);

    protected override NumberQuestion Join(NumberQuestion newer, NumberQuestion older) =>
        newer with { Min = Math.Min(newer.Min, older.Min), Max = Math.Max(newer.Max, older.Max), BandWidth = newer.BandWidth };
}
