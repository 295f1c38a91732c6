using Azure.Messaging.ServiceBus;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Storage;

namespace Participatie.ServiceBus;

/// <summary>
/// Brings the messages to the workers over Azure Service Bus. The row that the transaction of the hand-in puts into the queue table stays until the response is counted: it is the
/// outbox, and it has the attempts, the retry times and the dead letters. So a message that the bus loses, or a worker that dies with it, costs two minutes and no
/// response; and counting and ending are still one transaction, which no settling of a message outside the database could be.
/// </summary>
public sealed class ServiceBusQueue(ServiceBusReceiver receiver, DatabaseQueue outbox) : IResponseQueue
{
    /// <summary>How long an empty queue is waited for; the worker looks again every two seconds by itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(int most, CancellationToken cancellationToken) =>
        [.. (await receiver.ReceiveMessagesAsync(most, Patience, cancellationToken)).Select(BusMessage.Read).OfType<QueueMessage>()];

    public ValueTask CompleteAsync(WriteScope scope, IReadOnlyList<QueueMessage> messages) => outbox.CompleteAsync(scope, messages);

    public Task RetryAsync(IReadOnlyList<QueueMessage> messages, string failure, CancellationToken cancellationToken) =>
        outbox.RetryAsync(messages, failure, cancellationToken);
}
