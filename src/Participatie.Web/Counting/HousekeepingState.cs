using System.Collections.Concurrent;

namespace Participatie.Web.Counting;

/// <param name="Slug">Of the consultation that failed; null when the step is about none.</param>
/// <param name="Kind">The type of the exception: its message might hold an answer.</param>
/// <param name="Since">When it failed first without working in between.</param>
/// <param name="LoggedAt">When the log said so last.</param>
public sealed record HousekeepingFailure(string? Slug, string Kind, DateTimeOffset Since, DateTimeOffset LoggedAt);

/// <summary>How each step fared the last time, for the health checks.</summary>
public sealed class HousekeepingState(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Round> _rounds = new(StringComparer.Ordinal);

    /// <summary>What failed the last time, by step.</summary>
    public IEnumerable<(string Step, HousekeepingFailure Failure)> Failures =>
        _rounds.OrderBy(step => step.Key, StringComparer.Ordinal)
            .SelectMany(step => step.Value.Failures.Select(failure => (step.Key, failure)));

    /// <summary>The steps that are under way, and since when: one that never ends fails without a word.</summary>
    public IEnumerable<(string Step, DateTimeOffset Since)> UnderWay =>
        _rounds.Where(step => step.Value.UnderWaySince is not null).Select(step => (step.Key, step.Value.UnderWaySince!.Value));

    /// <returns>What failed the last time.</returns>
    public IReadOnlyList<HousekeepingFailure> Begin(HousekeepingStep step) => _rounds.AddOrUpdate(
        step.Name,
        _ => new Round(clock.GetUtcNow(), []),
        (_, last) => last with { UnderWaySince = clock.GetUtcNow() }).Failures;

    public void End(HousekeepingStep step, IReadOnlyList<HousekeepingFailure> failures) => _rounds[step.Name] = new Round(null, failures);

    private sealed record Round(DateTimeOffset? UnderWaySince, IReadOnlyList<HousekeepingFailure> Failures);
}
