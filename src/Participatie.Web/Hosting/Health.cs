using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Participatie.Web.Hosting;

/// <summary>
/// For the platform: alive (the process answers) and ready (this instance can take answers in, also when it lags: then it says Degraded).
/// For monitoring: the state of every check with its reason. Rooms add checks with <c>AddHealthChecks</c>.
/// </summary>
public static class Health
{
    /// <summary>Outside the rate limits: the platform asks from the same address as the visitors whose proxy it is.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks(Addresses.Live, new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks(Addresses.Ready);
        app.MapHealthChecks(
            Addresses.HealthStatus,
            new HealthCheckOptions { ResponseWriter = app.ServiceProvider.GetRequiredService<HealthReportPage>().WriteAsync });
    }
}
