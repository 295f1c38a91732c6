using Microsoft.Extensions.Diagnostics.HealthChecks;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Counting;

/// <summary>Ready: the database answers and has the present tables, and the queue moves.</summary>
public sealed class StorageHealth(Migrator migrator, DeadLetters queue, TimeProvider clock) : IHealthCheck
{
    /// <summary>A batch takes milliseconds and a retry comes due within two hours; due for this long means that nobody counts.</summary>
    private static readonly TimeSpan Stuck = TimeSpan.FromMinutes(10);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!await migrator.IsMigratedAsync(cancellationToken))
        {
            return HealthCheckResult.Unhealthy("database");
        }

        var (_, oldestDue) = await queue.WaitingAsync(cancellationToken);
        return oldestDue is { } due && clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(due) > Stuck
            ? HealthCheckResult.Unhealthy("queue")
            : HealthCheckResult.Healthy();
    }
}
