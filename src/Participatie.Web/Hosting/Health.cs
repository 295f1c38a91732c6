using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Participatie.Web.Hosting;

/// <summary>For the platform: alive (the process answers) and ready (every registered health check agrees). Rooms add checks with <c>AddHealthChecks</c>.</summary>
public static class Health
{
    /// <summary>Outside the rate limits: the platform asks from the same address as the visitors whose proxy it is.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks(Addresses.Live, new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks(Addresses.Ready);
    }
}
