using Azure.Messaging.ServiceBus;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Storage;

namespace Participatie.ServiceBus;

/// <summary>
/// Brings the messages to the workers over Azure Service Bus. The table of the database queue is the outbox: the transaction that hands in
/// puts a row in it, which goes when the bus has acknowledged the message (<see cref="OutboxRelay"/>). From then on the bus has the
/// attempts, the retries and the dead letters. A message is locked while it is counted and completed after the commit; a worker that dies
/// in between, or a lock that is lost, makes it come again.
/// </summary>
public sealed class ServiceBusQueue(
    ServiceBusReceiver receiver,
    ServiceBusSender sender,
    DeadLetterQueue dead,
    DatabaseQueue outbox,
    GroupedWriter writer,
    TimeProvider clock) : IResponseQueue
{
    private const int PageSize = 100;

    /// <summary>How long an empty queue is waited for; the worker looks again every two seconds by itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(int most, CancellationToken cancellationToken)
    {
        var messages = new List<QueueMessage>();
        foreach (var received in await receiver.ReceiveMessagesAsync(most, Patience, cancellationToken))
        {
            if (BusMessage.Read(received) is { } message)
            {
                messages.Add(message);
            }
            else
            {
                await receiver.DeadLetterMessageAsync(received, "NotOurs", cancellationToken: cancellationToken);
            }
        }

        return messages;
    }

    public async Task CompleteAsync(IReadOnlyList<QueueMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            try
            {
                await receiver.CompleteMessageAsync(Received(message), cancellationToken);
            }
            catch (ServiceBusException lost) when (lost.Reason == ServiceBusFailureReason.MessageLockLost)
            {
                // It comes again, and finds its effect done.
            }
        }
    }

    public async Task RetryAsync(IReadOnlyList<QueueMessage> messages, string failure, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            if (RetryTimes.After(message.Attempts) is not { } wait)
            {
                await receiver.DeadLetterMessageAsync(Received(message), failure, cancellationToken: cancellationToken);
                continue;
            }

            // A copy for later, then the end of this one: the bus has no other way to bring one back at a time of ours.
            var later = BusMessage.Write(message.ConsultationId, message.ResponseId, message.Attempts);
            await sender.ScheduleMessageAsync(later, clock.GetUtcNow() + wait, cancellationToken);
            await CompleteAsync([message], cancellationToken);
        }
    }

    public async Task<int> CountWaitingAsync(CancellationToken cancellationToken) =>
        await outbox.CountWaitingAsync(cancellationToken) + (await PeekAllAsync(receiver, cancellationToken)).Count;

    public async Task<DateTimeOffset?> OldestDueAsync(CancellationToken cancellationToken)
    {
        // In the order in which they came; those for later stand among them.
        var first = (await receiver.PeekMessagesAsync(PageSize, fromSequenceNumber: 0, cancellationToken))
            .FirstOrDefault(message => message.State == ServiceBusMessageState.Active)?.EnqueuedTime;
        var unsent = await outbox.OldestDueAsync(cancellationToken);
        return first < unsent || unsent is null ? first : unsent;
    }

    public async Task<IReadOnlyDictionary<int, int>> CountDeadAsync(CancellationToken cancellationToken) =>
        (await ListDeadAsync(cancellationToken)).CountBy(letter => letter.ConsultationId).ToDictionary();

    public Task<IReadOnlyList<DeadLetter>> ListDeadAsync(CancellationToken cancellationToken) => dead.ListAsync(cancellationToken);

    public async Task<int> RequeueAsync(
        Func<DeadLetter, bool> which, Func<WriteScope, IReadOnlyList<DeadLetter>, ValueTask> record, CancellationToken cancellationToken)
    {
        var letters = (await ListDeadAsync(cancellationToken)).Where(which).ToList();
        if (letters.Count == 0)
            return 0;
        // No transaction spans both: what was written down and broken off is still there to be tried again.
        await writer.WriteAsync(scope => record(scope, letters), cancellationToken);
        return await dead.RequeueAsync(which, cancellationToken);
    }

    internal static async Task<IReadOnlyList<ServiceBusReceivedMessage>> PeekAllAsync(
        ServiceBusReceiver receiver, CancellationToken cancellationToken)
    {
        var all = new List<ServiceBusReceivedMessage>();
        while (await receiver.PeekMessagesAsync(
            PageSize, all is [.., var last] ? last.SequenceNumber + 1 : 0, cancellationToken) is { Count: > 0 } page)
        {
            all.AddRange(page);
        }

        return all;
    }

    private static ServiceBusReceivedMessage Received(QueueMessage message) => (ServiceBusReceivedMessage)message.Delivery;
}
