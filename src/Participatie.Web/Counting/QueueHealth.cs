using Microsoft.Extensions.Diagnostics.HealthChecks;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake.Queue;

namespace Participatie.Web.Counting;

/// <summary>Degraded while counting is behind or responses were set apart: answers are taken in all the same, and none is lost.</summary>
public sealed class QueueHealth(IResponseQueue queue, Catalogue catalogue, TimeProvider clock) : IHealthCheck
{
    /// <summary>A batch takes milliseconds and a retry comes due within two hours; due for this long means that nobody counts.</summary>
    private static readonly TimeSpan Stuck = TimeSpan.FromMinutes(10);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var reasons = new List<string>();
        if (await queue.OldestDueAsync(cancellationToken) is { } due && clock.GetUtcNow() - due > Stuck)
        {
            reasons.Add($"counting is behind: something is due since {due:u}");
        }

        var dead = await queue.CountDeadAsync(cancellationToken);
        foreach (var (slug, count) in dead.Select(of => (Slug: catalogue.SlugOf(of.Key), of.Value))
            .OrderBy(of => of.Slug, StringComparer.Ordinal))
        {
            reasons.Add($"{slug}: {count} set apart after the last try, see 'queue list'; its last result waits for them");
        }

        return reasons is [] ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join("; ", reasons));
    }
}
