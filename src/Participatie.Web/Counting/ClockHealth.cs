using Microsoft.Extensions.Diagnostics.HealthChecks;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Counting;

/// <summary>
/// Degraded while the clock of this machine is wrong: the site takes the time of the database, the machine's logs do not.
/// </summary>
public sealed class ClockHealth(TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Wrong = TimeSpan.FromSeconds(30);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var behind = (clock as DatabaseClock)?.Behind ?? TimeSpan.Zero;
        return Task.FromResult(behind.Duration() < Wrong
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded(
                FormattableString.Invariant($"the clock of this machine is {Math.Abs(behind.TotalSeconds):0} seconds ")
                + $"{(behind < TimeSpan.Zero ? "ahead of" : "behind")} the database's"));
    }
}
