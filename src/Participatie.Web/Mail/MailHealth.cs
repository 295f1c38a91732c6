using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Participatie.Web.Mail;

/// <summary>Degraded while mails wait too long, or some were given up and nobody has looked.</summary>
public sealed class MailHealth(ReadMailStanding mails, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Stuck = TimeSpan.FromMinutes(15);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var standing = await mails.ReadAsync(cancellationToken);
        var reasons = new List<string>();
        if (standing.WaitingSince is { } since && clock.GetUtcNow() - since > Stuck)
            reasons.Add($"{standing.Waiting} mails wait, the oldest since {since:u}: {standing.LastFailure}");
        if (standing.GivenUpCount > 0)
            reasons.Add($"{standing.GivenUpCount} mails were given up: an administrator sees which");
        return reasons is [] ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join("; ", reasons));
    }
}
