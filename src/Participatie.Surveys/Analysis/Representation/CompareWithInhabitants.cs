using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Analysis.Representation;

/// <summary>How the responses of a municipality stand to its inhabitants.</summary>
public enum RepresentationStanding
{
    /// <summary>About as many as its inhabitants let expect, or too few to tell.</summary>
    AsExpected,

    /// <summary>Fewer than three quarters of that, however many are hidden: it is missing.</summary>
    Fewer,

    /// <summary>More than four thirds of that.</summary>
    More,
}

/// <param name="Municipality">Its id.</param>
/// <param name="Responses">Null: too few to be shown.</param>
/// <param name="Inhabitants">How many people live there.</param>
/// <param name="Standing">The one to the other.</param>
public sealed record RepresentationRow(string Municipality, long? Responses, long Inhabitants, RepresentationStanding Standing);

/// <summary>Who took part beside who lives there.</summary>
/// <param name="Rows">All twelve municipalities, in the order of their names.</param>
/// <param name="Responses">How many of the responses that may be shown come from one of them.</param>
/// <param name="Figures">What it was compared with.</param>
public sealed record RepresentationOfPlaces(IReadOnlyList<RepresentationRow> Rows, long Responses, InhabitantFigures Figures)
{
    /// <summary>The municipalities that are missing, the largest gap first.</summary>
    public IReadOnlyList<RepresentationRow> Missing =>
    [
        .. Rows.Where(row => row.Standing == RepresentationStanding.Fewer)
            .OrderByDescending(row => ShareOfInhabitants(row) - ShareOfResponses(row)),
    ];

    /// <summary>From 0 to 1.</summary>
    public double ShareOfInhabitants(RepresentationRow row) => (double)row.Inhabitants / Figures.Total;

    /// <summary>From 0 to 1; 0 of what is hidden.</summary>
    public double ShareOfResponses(RepresentationRow row) => (double)(row.Responses ?? 0) / Responses;
}

/// <summary>
/// Finds which municipalities of Drenthe are missing among those who took part: which have far fewer responses than their share of the
/// inhabitants lets expect. For the desk while a consultation is open (counts in steps, see <see cref="Following.SteppedCounts"/>) and for
/// a summary (the published counts). It says nothing about what people think, and nothing about who is missing within a municipality:
/// whoever took part chose to, and is no sample. There are no figures by age, so there is no comparison by age.
/// </summary>
/// <example>
/// In a summary, after closing: <c>Of(counts, mostHidden: 9, inUse.Figures)</c> when <see cref="InhabitantsInUse.MayBeInSummary"/>, with
/// the public counts of the question of the kind <c>place</c> of the populations that are people; then
/// <see cref="RepresentationSentence.Of"/> gives the one sentence and <see cref="RepresentationOfPlaces.Rows"/> the table.
/// </example>
public static class CompareWithInhabitants
{
    /// <summary>Fewer responses say nothing: a family that took part together would tip a municipality.</summary>
    public const int Fewest = 100;

    private const double FewerThan = 0.75;
    private const double MoreThan = 4.0 / 3;

    /// <param name="responses">By the id of the municipality; what is hidden is left out. Elsewhere and unknown are not looked at.</param>
    /// <param name="mostHidden">So many people more than is said may be in a municipality: 0 when counts are exact and complete.</param>
    /// <param name="figures">Who lives there.</param>
    /// <returns>Null when too few are known to say anything.</returns>
    public static RepresentationOfPlaces? Of(IReadOnlyDictionary<string, long> responses, int mostHidden, InhabitantFigures figures)
    {
        var known = PlaceQuestion.Municipalities.Where(place => figures.Inhabitants.ContainsKey(place.Id))
            .Select(place => (place.Id, Responses: responses.TryGetValue(place.Id, out var count) ? (long?)count : null)).ToList();
        var all = known.Sum(place => place.Responses ?? 0);
        return all < Fewest
            ? null
            : new RepresentationOfPlaces(
                [
                    .. known.Select(place => new RepresentationRow(
                        place.Id,
                        place.Responses,
                        figures.Inhabitants[place.Id],
                        StandingOf(place.Responses ?? 0, mostHidden, (double)all * figures.Inhabitants[place.Id] / figures.Total))),
                ],
                all,
                figures);
    }

    private static RepresentationStanding StandingOf(long responses, int mostHidden, double expected) =>
        responses + mostHidden < FewerThan * expected && expected - responses >= Suppression.Threshold ? RepresentationStanding.Fewer
        : responses > MoreThan * (expected + mostHidden) && responses - expected >= Suppression.Threshold ? RepresentationStanding.More
        : RepresentationStanding.AsExpected;
}
