using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;

namespace Participatie.Web.Pages.Definition.Desk.Overview;

/// <summary>A promise of the charter as staff have to keep it.</summary>
/// <param name="What">Part of the keys of its words.</param>
/// <param name="Day">The last day on which it is kept.</param>
/// <param name="How">How it stands, part of the keys too: met, late, soon or due.</param>
public sealed record PromiseLine(string What, DateOnly Day, string How)
{
    /// <summary>Said a week before.</summary>
    private const int Soon = 7;

    public static IReadOnlyList<PromiseLine> Of(ConsultationLife life, PublishedVersion latest, DateOnly today) =>
    [
        Of("results", life, LifeStep.Reported, latest.Definition.Charter.ResultsBy, today),
        Of("decision", life, LifeStep.Decided, latest.Definition.Charter.DecisionBy, today),
    ];

    private static PromiseLine Of(string what, ConsultationLife life, LifeStep step, DateOnly day, DateOnly today) => new(
        what,
        day,
        life.Events.Any(one => one.Step == step) ? "met"
            : today > day ? "late"
            : day.DayNumber - today.DayNumber <= Soon ? "soon"
            : "due");
}
