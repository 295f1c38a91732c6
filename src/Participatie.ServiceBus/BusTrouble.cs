using System.Net.Sockets;
using Azure.Identity;
using Azure.Messaging.ServiceBus;

namespace Participatie.ServiceBus;

/// <summary>What is wrong, in one plain line for whoever runs the site. Never a failure's message: it may hold keys.</summary>
internal static class BusTrouble
{
    public static string Of(Exception failure, BusConnection bus) => failure switch
    {
        ServiceBusException { Reason: ServiceBusFailureReason.MessagingEntityNotFound } =>
            $"{bus.Host} has no queue '{bus.Queue}': make it, or mend ConnectionStrings:ServiceBus",
        ServiceBusException { Reason: ServiceBusFailureReason.MessagingEntityDisabled } =>
            $"the queue '{bus.Queue}' is switched off in Azure",
        ServiceBusException { Reason: ServiceBusFailureReason.QuotaExceeded } => $"the queue '{bus.Queue}' is full",
        ServiceBusException { Reason: ServiceBusFailureReason.ServiceBusy } => $"{bus.Host} asks to come back later: it is too busy",
        UnauthorizedAccessException =>
            $"{bus.Host} refuses our credentials: the right to send and to listen on '{bus.Queue}' is missing or was taken back",
        AuthenticationFailedException =>
            "Azure gives this machine no identity: assign a managed identity, or set a connection string",
        ServiceBusException or SocketException or TimeoutException or IOException or OperationCanceledException =>
            $"{bus.Host} cannot be reached",
        _ => failure.GetType().Name,
    };
}
