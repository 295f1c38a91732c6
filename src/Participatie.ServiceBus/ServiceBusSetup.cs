using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Surveys.Intake.Queue;

namespace Participatie.ServiceBus;

public static class ServiceBusSetup
{
    /// <summary>
    /// Of the queue in the namespace that the connection string names. It needs no sessions; messages must not expire before somebody can
    /// mend what keeps them from being counted.
    /// </summary>
    public const string QueueName = "responses";

    /// <summary>Before the rooms are added, which take the database queue when no other is there.</summary>
    public static IServiceCollection AddServiceBusQueue(this IServiceCollection services, string connection)
    {
        services.AddSingleton(_ => new ServiceBusClient(connection));
        services.AddSingleton(provider => provider.GetRequiredService<ServiceBusClient>().CreateSender(QueueName));
        services.AddSingleton(provider => provider.GetRequiredService<ServiceBusClient>().CreateReceiver(QueueName));
        services.AddSingleton<DeadLetterQueue>();
        services.AddSingleton<DatabaseQueue>();
        services.AddSingleton<IResponseQueue, ServiceBusQueue>();
        services.AddHostedService<OutboxRelay>();
        return services;
    }
}
