using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Questions;

/// <summary>A number between two bounds, whole or with decimals.</summary>
public sealed record NumberQuestion : Question
{
    /// <summary>From a thousand million below zero to a thousand million above.</summary>
    public const int WidestRange = 2_000_000_000;

    public const int MostDecimals = 2;

    private readonly long? _bandWidth;

    public override string Kind => "number";

    public required int Min { get; init; }

    public required int Max { get; init; }

    /// <summary>How many digits may stand behind the decimal sign.</summary>
    public int Decimals { get; init; }

    /// <summary>How many of the smallest units make 1: 100 with two decimals. Counting is done in those, so that sums are exact.</summary>
    public int Scale => Decimals switch { 0 => 1, 1 => 10, _ => 100 };

    /// <summary>
    /// In the smallest units: how many numbers are counted together. Kept where a wider range of a later version joins this one's counts.
    /// </summary>
    public long BandWidth { get => _bandWidth ?? NumberBands.WidthFor((long)Min * Scale, (long)Max * Scale); init => _bandWidth = value; }

    public Unit? Unit { get; init; }

    /// <summary>Whether the number has no more decimals than the question allows.</summary>
    public bool Fits(decimal value) => decimal.IsInteger(value * Scale);

    public override IEnumerable<Text> Texts => Unit is null ? base.Texts : base.Texts.Append(Unit.Many);
}
