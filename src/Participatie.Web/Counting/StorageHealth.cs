using Microsoft.Extensions.Diagnostics.HealthChecks;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Counting;

/// <summary>
/// The one check that makes an instance not ready: without a migrated database that takes changes it can take no answers in.
/// </summary>
public sealed class StorageHealth(Migrator migrator, TryWrite write) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!await migrator.IsMigratedAsync(cancellationToken))
        {
            return HealthCheckResult.Unhealthy("the database is not there, or not migrated");
        }

        return await write.TryAsync(cancellationToken) is { } failure
            ? HealthCheckResult.Unhealthy($"nothing can be written: {failure}")
            : HealthCheckResult.Healthy();
    }
}
