using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Participatie.Surveys.Intake.Queue;

namespace Participatie.ServiceBus;

public static class ServiceBusSetup
{
    /// <summary>
    /// The queue over Service Bus, before the rooms are added, which take the database queue when no other is there. The queue in Azure
    /// needs no sessions; its messages must not expire before somebody can mend what keeps them from being counted.
    /// </summary>
    public static IServiceCollection AddServiceBusQueue(this IServiceCollection services, BusConnection bus)
    {
        services.TryAddSingleton(new BusTimes());
        services.AddSingleton(bus);
        services.AddSingleton<BusLinks>();
        services.AddSingleton<BusState>();
        services.AddSingleton<HeldMessages>();
        services.AddSingleton<BusDeadLetters>();
        services.AddSingleton<ResendLost>();
        services.AddSingleton<DatabaseQueue>();
        services.AddSingleton<IResponseQueue, ServiceBusQueue>();
        services.AddSingleton<OutboxRelay>();
        services.AddHostedService(static provider => provider.GetRequiredService<OutboxRelay>());
        services.AddHostedService<KeepLocks>();
        services.AddHealthChecks().AddCheck<BusHealth>("bus", HealthStatus.Degraded);
        return services;
    }
}
