using Azure.Messaging.ServiceBus;
using Participatie.Surveys.Intake.Queue;

namespace Participatie.ServiceBus;

/// <summary>
/// The sub-queue in which Service Bus keeps what was set apart: by us after the last try, or by itself after too many deliveries that
/// nobody settled.
/// </summary>
public sealed class DeadLetterQueue(ServiceBusClient client, ServiceBusSender sender)
{
    private const int PageSize = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Looks without taking.</summary>
    public async Task<IReadOnlyList<DeadLetter>> ListAsync(CancellationToken cancellationToken)
    {
        await using var receiver = NewReceiver();
        return [.. (await ServiceBusQueue.PeekAllAsync(receiver, cancellationToken)).Select(BusMessage.ReadDead).OfType<DeadLetter>()];
    }

    /// <summary>
    /// Sends them to the queue again as new ones, then ends them here: broken off in between, one is there twice, and has its effect once.
    /// </summary>
    public async Task<int> RequeueAsync(Func<DeadLetter, bool> which, CancellationToken cancellationToken)
    {
        await using var receiver = NewReceiver();
        var left = new Dictionary<long, ServiceBusReceivedMessage>();
        var requeued = 0;
        var isNew = true;
        // Until those that stay come round again, or nothing comes.
        while (isNew && await receiver.ReceiveMessagesAsync(PageSize, Patience, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var received in page)
            {
                if (BusMessage.ReadDead(received) is { } letter && which(letter))
                {
                    await sender.SendMessageAsync(
                        BusMessage.Write(letter.ConsultationId, letter.ResponseId, attempts: 0), cancellationToken);
                    await receiver.CompleteMessageAsync(received, cancellationToken);
                    requeued++;
                }
                else
                {
                    isNew &= left.TryAdd(received.SequenceNumber, received);
                }
            }
        }

        foreach (var received in left.Values)
        {
            await receiver.AbandonMessageAsync(received, cancellationToken: cancellationToken);
        }

        return requeued;
    }

    private ServiceBusReceiver NewReceiver() =>
        client.CreateReceiver(ServiceBusSetup.QueueName, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
}
