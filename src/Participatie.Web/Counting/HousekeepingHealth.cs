using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Participatie.Web.Counting;

/// <summary>Degraded while a part of a step fails or never ends: answers are still taken in.</summary>
public sealed class HousekeepingHealth(HousekeepingState state, TimeProvider clock) : IHealthCheck
{
    /// <summary>The longest step publishes the results of a million answers within a minute.</summary>
    private static readonly TimeSpan TooLong = TimeSpan.FromMinutes(15);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        string[] reasons =
        [
            .. state.Failures.Select(
                found => $"{found.Step} {found.Failure.Slug} fails since {found.Failure.Since:u}: {found.Failure.Kind}"),
            .. state.UnderWay.Where(step => now - step.Since > TooLong).Select(step => $"{step.Step} is under way since {step.Since:u}"),
        ];
        return Task.FromResult(reasons is [] ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join("; ", reasons)));
    }
}
