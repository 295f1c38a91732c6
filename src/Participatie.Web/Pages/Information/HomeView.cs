using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Reporting.Decisions;

namespace Participatie.Web.Pages.Information;

/// <summary>What can be answered today, and what became of the rest.</summary>
/// <param name="Open">Can be answered.</param>
/// <param name="Closed">What is late, then what closed last: as many as somebody reads.</param>
/// <param name="Earlier">The other closed ones.</param>
public sealed record HomeView(IReadOnlyList<HomeRow> Open, IReadOnlyList<HomeRow> Closed, IReadOnlyList<HomeRow> Earlier)
{
    /// <summary>More is a list to look something up in, not a page to read.</summary>
    private const int MostClosed = 5;

    public static async Task<HomeView> OfAsync(
        Catalogue catalogue, ReadDecisions decisions, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A trial is nobody's to take part in: whoever made it has its address.
        var all = catalogue.All.Where(version => !catalogue.LifeOf(version).IsTrial).ToLookup(
            version => catalogue.StateOf(version, now) == OpenState.Open,
            version => HomeRow.Of(version, catalogue.LifeOf(version), Amsterdam.DayOf(now)));
        var closed = all[false].OrderByDescending(row => row.IsLate).ThenByDescending(row => row.EndsAt).ToList();
        var shown = closed.Take(MostClosed).ToList();
        var told = await decisions.OnAllOfAsync([.. shown.Select(row => row.ConsultationId)], cancellationToken);
        return new HomeView(
            [.. all[true]],
            shown.ConvertAll(row => row with { Decided = told.GetValueOrDefault(row.ConsultationId) }),
            [.. closed.Skip(MostClosed)]);
    }
}

/// <param name="ConsultationId">Of which consultation.</param>
/// <param name="Definition">As it is asked now.</param>
/// <param name="ClosesOn">The last day for answers, whatever was promised.</param>
/// <param name="EndsAt">The moment from which nobody can begin.</param>
/// <param name="Promises">How they stand.</param>
/// <param name="Withdrawal">How it ended, when it was withdrawn.</param>
public sealed record HomeRow(
    int ConsultationId,
    Consultation Definition,
    DateOnly ClosesOn,
    DateTimeOffset EndsAt,
    IReadOnlyList<Promise> Promises,
    LifeEvent? Withdrawal)
{
    /// <summary>What is done with all answers; null while that is not told.</summary>
    public DecisionText? Decided { get; init; }

    public bool IsLate => Promises.Any(promise => promise.State == PromiseState.Late);

    public static HomeRow Of(PublishedVersion latest, ConsultationLife life, DateOnly today) => new(
        latest.ConsultationId,
        latest.Definition,
        life.ClosesOn(latest),
        life.EndsAt(latest),
        Promise.Of(life, latest, today),
        life.Withdrawal);
}
