using Azure.Messaging.ServiceBus;

namespace Participatie.ServiceBus;

/// <summary>The client, and the ends by which this process uses the queue. Nothing connects before it is used.</summary>
public sealed class BusLinks : IAsyncDisposable
{
    private readonly ServiceBusClient _client;

    public BusLinks(BusConnection bus, BusTimes times)
    {
        _client = bus.NewClient(new ServiceBusClientOptions
        {
            RetryOptions = new ServiceBusRetryOptions
            {
                TryTimeout = times.OneTry,
                Delay = times.BetweenTries,
                MaxDelay = times.OneTry,
                MaxRetries = 2,
            },
        });
        Sender = _client.CreateSender(bus.Queue);
        Receiver = _client.CreateReceiver(bus.Queue);
        DeadLetters = _client.CreateReceiver(bus.Queue, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
    }

    public ServiceBusSender Sender { get; }

    public ServiceBusReceiver Receiver { get; }

    /// <summary>
    /// Of the sub-queue in which the bus keeps what was set apart: by us after the last try, or by itself after too many deliveries.
    /// </summary>
    public ServiceBusReceiver DeadLetters { get; }

    public ValueTask DisposeAsync() => _client.DisposeAsync();
}
