using Participatie.Surveys.Definition;
using Participatie.Surveys.Review.Rounds;

namespace Participatie.Web.Pages.Information;

/// <summary>What everybody may know of the council's rounds.</summary>
/// <param name="IsAny">People looked at some consultation, whether it opened or not.</param>
/// <param name="Rows">Of what opened, the newest first: of what did not nobody learns the name.</param>
public sealed record CouncilRoundsView(bool IsAny, IReadOnlyList<CouncilRoundRow> Rows)
{
    private const int MostRows = 20;

    internal static CouncilRoundsView Of(IReadOnlyList<HeldRound> held, Catalogue catalogue) => new(
        held.Count > 0,
        [
            .. held.Select(round => (Round: round, Life: catalogue.LifeOf(round.ConsultationId)))
                .Where(one => one.Life is { HasOpened: true })
                .Select(one => (one.Round, Version: catalogue.Latest(one.Life!.Slug)))
                .Where(one => one.Version is not null)
                .Select(one => new CouncilRoundRow(one.Version!.Definition, one.Round))
                .Take(MostRows),
        ]);
}

/// <param name="Definition">Of the consultation, as it is asked now.</param>
/// <param name="Round">When, and how many people.</param>
public sealed record CouncilRoundRow(Consultation Definition, HeldRound Round);
