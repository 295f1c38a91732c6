using Microsoft.Extensions.Diagnostics.HealthChecks;
using Participatie.Surveys.Intake.Queue;

namespace Participatie.ServiceBus;

/// <summary>Degraded while the bus is away or refuses us, since when, and how many wait: answers are taken in all the same.</summary>
public sealed class BusHealth(BusState state, DatabaseQueue outbox) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var reasons = state.Failures.Select(failure => $"{failure.Work} fails since {failure.Since:u}: {failure.Trouble}").ToList();
        if (reasons.Count > 0)
            reasons.Add($"{await outbox.CountWaitingAsync(cancellationToken)} wait in the database, none is lost");
        if (state.Foreign > 0)
            reasons.Add($"{state.Foreign} dead letters were not written by this program: look at them in Azure");
        return reasons is [] ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join("; ", reasons));
    }
}
