using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;

namespace Participatie.Web.Pages.Definition.Desk.Overview;

/// <summary>A promise of the charter as staff have to keep it.</summary>
/// <param name="Key">Of its words.</param>
/// <param name="Day">The last day on which it is kept.</param>
public sealed record PromiseLine(string Key, DateOnly Day)
{
    /// <summary>Said a week before.</summary>
    private const int Soon = 7;

    public static IReadOnlyList<PromiseLine> Of(ConsultationLife life, PublishedVersion latest, DateOnly today) =>
    [
        .. Promise.Of(life, latest, today).Select(promise => new PromiseLine(
            promise.State == PromiseState.Due && promise.Day.DayNumber - today.DayNumber <= Soon
                ? $"staff.promise.{promise.Kind}.Soon"
                : $"staff.promise.{promise.Kind}.{promise.State}",
            promise.Day)),
    ];
}
