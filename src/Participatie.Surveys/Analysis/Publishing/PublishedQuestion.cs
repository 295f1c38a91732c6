using System.Text.Json.Serialization;
namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>
/// What the public sees of one question: the prepared row that the result page and open data read. Words come from the definition.
/// </summary>
/// <param name="Key">As in <see cref="MergedQuestion.Key"/>; <c>$responses</c> for how people came in.</param>
/// <param name="Populations">Each apart; one without responses is left out.</param>
public sealed record PublishedQuestion(string Key, IReadOnlyList<PublishedPopulation> Populations);

/// <summary>One population's part of it.</summary>
public sealed record PublishedPopulation
{
    public required Population Population { get; init; }

    /// <summary>Which public state it belongs to: all parts of a consultation have the same number.</summary>
    public required int Sequence { get; init; }

    /// <summary>Nothing changes any more: it was published after closing.</summary>
    public bool Final { get; init; }

    /// <summary>
    /// Of <c>$responses</c> only: how many responses are in it; of a population that is too small to show more, how many there are.
    /// </summary>
    public long? Size { get; init; }

    /// <summary>How many people saw the question: the denominator of every share. Null: too few, and nothing is shown.</summary>
    public long? Seen { get; init; }

    /// <summary>
    /// None when too few answered. Named as in the tally, with <c>$answered</c>, <c>$skipped</c>, <c>$dontknow</c>, <c>$rathernot</c>, and
    /// <c>choice@1</c> and <c>choice@top</c> of a ranking.
    /// </summary>
    public IReadOnlyList<PublishedCell> Cells { get; init; } = [];

    public IReadOnlyList<PublishedMeasure> Measures { get; init; } = [];

    /// <summary>By municipality and by age, after closing and only where no group or count can be worked out.</summary>
    [JsonPropertyName("splits")]
    public IReadOnlyList<PublishedBreakdown> Breakdowns { get; init; } = [];

    /// <summary>Null also when there is no such cell.</summary>
    public long? Count(string cell) => Cells.FirstOrDefault(known => known.Id == cell)?.Count;

    public bool Has(string cell) => Cells.Any(known => known.Id == cell);
}

/// <param name="Id">The cell.</param>
/// <param name="Count">Null: hidden, because it or another one would be small.</param>
public sealed record PublishedCell(string Id, long? Count);

/// <param name="Id">Of the choice, or of the question when it is one number.</param>
/// <param name="Mean">Rounded to one decimal; to two where answers have two.</param>
/// <param name="Median">The middle one. Of a question that is counted in bands, here and below: the beginning of its band.</param>
/// <param name="Low">A quarter of the answers is at or below it.</param>
/// <param name="High">Three quarters are.</param>
public sealed record PublishedMeasure(string Id, double Mean, double Median, double Low, double High);

/// <param name="Dimension"><see cref="Breakdowns.Place"/> or <see cref="Breakdowns.Age"/>.</param>
/// <param name="Groups">Those that are large enough, in the definition's order. All of them show the same cells.</param>
public sealed record PublishedBreakdown(string Dimension, IReadOnlyList<PublishedGroup> Groups);

/// <param name="Id">The municipality or age band; <see cref="Breakdowns.Unknown"/> for those who did not say.</param>
/// <param name="Seen">How many people in it saw the question.</param>
/// <param name="Cells">Never hidden ones: those are left out.</param>
/// <param name="Measures">As in <see cref="PublishedPopulation.Measures"/>.</param>
public sealed record PublishedGroup(string Id, long Seen, IReadOnlyList<PublishedCell> Cells, IReadOnlyList<PublishedMeasure> Measures);
