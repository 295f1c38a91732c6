using Participatie.Surveys.Definition;

namespace Participatie.Web.Pages.Information;

/// <summary>What can be answered today, and what became of the rest.</summary>
public sealed record HomeView(IReadOnlyList<Consultation> Open, IReadOnlyList<Consultation> Closed, DateOnly Today)
{
    public static HomeView Of(Catalogue catalogue, DateTimeOffset now)
    {
        var all = catalogue.All.ToLookup(version => catalogue.StateOf(version, now) == OpenState.Open, version => version.Definition);
        return new HomeView([.. all[true]], [.. all[false]], Amsterdam.DayOf(now));
    }

    /// <summary>
    /// The day by which the province would say what it does with the answers is over, and it did not: no page can say it yet.
    /// </summary>
    public bool IsBroken(Consultation consultation) => Today > consultation.Charter.DecisionBy;
}
