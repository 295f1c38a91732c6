using Microsoft.Extensions.Diagnostics.HealthChecks;
using Participatie.Surveys.Codes;

namespace Participatie.Web.Hosting;

/// <summary>Degraded while somebody seems to guess codes: answers are taken in, and staff may look who asks so often.</summary>
public sealed class WrongCodesHealth(WrongCodeCount site) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var wrong = await site.PerMinuteAsync();
        return wrong > CodeTries.BrakeAbove
            ? HealthCheckResult.Degraded($"{wrong} wrong codes in a minute: somebody may be guessing them")
            : HealthCheckResult.Healthy();
    }
}
