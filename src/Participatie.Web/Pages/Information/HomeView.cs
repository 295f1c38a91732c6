using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;

namespace Participatie.Web.Pages.Information;

/// <summary>What can be answered today, and what became of the rest.</summary>
public sealed record HomeView(IReadOnlyList<HomeRow> Open, IReadOnlyList<HomeRow> Closed)
{
    public static HomeView Of(Catalogue catalogue, DateTimeOffset now)
    {
        // A trial is nobody's to take part in: whoever made it has its address.
        var all = catalogue.All.Where(version => !catalogue.LifeOf(version).IsTrial).ToLookup(
            version => catalogue.StateOf(version, now) == OpenState.Open,
            version => HomeRow.Of(version, catalogue.LifeOf(version), Amsterdam.DayOf(now)));
        return new HomeView([.. all[true]], [.. all[false]]);
    }
}

/// <param name="Definition">As it is asked now.</param>
/// <param name="ClosesOn">The last day for answers, whatever was promised.</param>
/// <param name="Promises">How they stand.</param>
/// <param name="Withdrawal">How it ended, when it was withdrawn.</param>
public sealed record HomeRow(
    Consultation Definition, DateOnly ClosesOn, IReadOnlyList<Promise> Promises, LifeEvent? Withdrawal)
{
    public static HomeRow Of(PublishedVersion latest, ConsultationLife life, DateOnly today) =>
        new(latest.Definition, life.ClosesOn(latest), Promise.Of(life, latest, today), life.Withdrawal);
}
