using Participatie.Web.Hosting;

namespace Participatie.Web.Counting;

public static class CountingSetup
{
    /// <summary>What runs beside the pages, in the same process unless a worker runs alone.</summary>
    public static IServiceCollection AddCounting(this IServiceCollection services, Settings settings)
    {
        services.AddHealthChecks().AddCheck<StorageHealth>("storage");
        services.AddHostedService<Housekeeping>();
        if (settings.Worker)
        {
            services.AddHostedService<CountingWorker>();
        }

        return services;
    }
}
