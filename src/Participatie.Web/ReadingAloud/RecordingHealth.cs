using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Participatie.Web.ReadingAloud;

/// <summary>Degraded while recordings cannot be made or kept: a device with a voice of its own needs none.</summary>
public sealed class RecordingHealth(MakeRecordings make) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(make.Trouble is { } trouble ? HealthCheckResult.Degraded(trouble) : HealthCheckResult.Healthy());
}
