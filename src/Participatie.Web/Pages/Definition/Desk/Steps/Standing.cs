using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;

namespace Participatie.Web.Pages.Definition.Desk.Steps;

/// <summary>Says where a consultation stands.</summary>
internal static class Standing
{
    /// <returns>Sentences, the most important first.</returns>
    public static IReadOnlyList<string> Of(ConsultationLife life, PublishedVersion? latest, DateTimeOffset now, InterfaceWords words) =>
    [
        words[$"staff.state.{life.State}"],
        .. latest is null ? Before(life, now, words) : After(life, latest, now, words),
    ];

    private static string Closing(DateOnly last, int days, InterfaceWords words) => days switch
    {
        > 0 => words.Count("staff.standing.closes", days, words.Day(last), days),
        0 => words["staff.standing.closes.today"],
        _ => words.Format("staff.standing.over", words.Day(last)),
    };

    private static IEnumerable<string> Before(ConsultationLife life, DateTimeOffset now, InterfaceWords words)
    {
        if (life.OpensOn is { } day)
            yield return words.Format(life.MissedOpening(now) ? "staff.standing.missed.opening" : "staff.standing.opens", words.Day(day));
    }

    private static IEnumerable<string> After(ConsultationLife life, PublishedVersion latest, DateTimeOffset now, InterfaceWords words)
    {
        var (promised, last) = (latest.Definition.Charter.ClosesOn, life.ClosesOn(latest));
        if (life.State == LifeState.Open)
        {
            if (life.MissedClosing(latest, now))
                yield return words.Format("staff.standing.missed.closing", words.Day(last));
            else
                yield return Closing(last, last.DayNumber - Amsterdam.DayOf(now).DayNumber, words);
        }

        if (last != promised)
            yield return words.Format("staff.standing.promised", words.Day(promised));
        if (life.State is LifeState.Closed or LifeState.Reported && life.ClosedAt is { } at)
            yield return words.Format("staff.standing.closed", DeskWords.Moment(at, words));
    }
}
