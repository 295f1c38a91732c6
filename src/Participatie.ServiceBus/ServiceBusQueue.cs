using System.Data.Common;
using Azure.Messaging.ServiceBus;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Storage;

namespace Participatie.ServiceBus;

/// <summary>
/// Brings the messages to the workers over Azure Service Bus. The table of the database queue is the outbox: the transaction that hands in
/// puts a row in it, which goes when the bus has acknowledged the message (<see cref="OutboxRelay"/>). From then on the bus has the
/// deliveries and the dead letters. A message is locked while it is counted and completed after the commit; a worker that dies in between,
/// or a lock that is lost, makes it come again.
/// </summary>
public sealed class ServiceBusQueue(
    BusLinks links,
    BusState state,
    HeldMessages held,
    BusDeadLetters dead,
    DatabaseQueue outbox,
    Database database,
    TryWrite tryWrite,
    BusTimes times,
    TimeProvider clock) : IResponseQueue
{
    /// <summary>Each is renewed every ten seconds while it waits for its next try.</summary>
    private const int MostHeld = 1000;

    /// <summary>A health check does not wait longer for the bus.</summary>
    private static readonly TimeSpan ShortLook = TimeSpan.FromSeconds(2);

    private volatile bool _failedLast;
    private volatile bool _mustPause;

    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(int most, CancellationToken cancellationToken)
    {
        // Whether it was the message or the database: one that takes nothing must not use up the deliveries of all messages.
        var room = Math.Min(most, MostHeld - held.Waiting);
        _mustPause = room <= 0 || (_failedLast && await tryWrite.TryAsync(cancellationToken) is not null);
        if (_mustPause)
            return [];
        try
        {
            var messages = new List<QueueMessage>();
            foreach (var received in await links.Receiver.ReceiveMessagesAsync(room, times.Patience, cancellationToken))
            {
                if (BusMessage.Read(received) is { } message)
                {
                    held.Add(received);
                    messages.Add(message);
                }
                else
                {
                    await links.Receiver.DeadLetterMessageAsync(
                        received, "NotOurs", "Participatie did not write this message.", cancellationToken);
                }
            }

            state.Works(BusWork.Receiving);
            // What could not be settled comes by this way again.
            state.Works(BusWork.Settling);
            return messages;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            state.Failed(BusWork.Receiving, failure);
            _mustPause = true;
            return [];
        }
    }

    /// <summary>The bus was waited for already, unless it could not be.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) =>
        _mustPause ? Task.Delay(times.Pause, clock, cancellationToken) : Task.CompletedTask;

    public async Task CompleteAsync(IReadOnlyList<QueueMessage> messages, CancellationToken cancellationToken)
    {
        _failedLast = false;
        await Task.WhenAll(messages.Select(message => SettleAsync(
            Received(message), received => links.Receiver.CompleteMessageAsync(received, cancellationToken))));
    }

    public async Task RetryAsync(IReadOnlyList<QueueMessage> messages, string failure, CancellationToken cancellationToken)
    {
        _failedLast = true;
        var last = messages.Where(message => RetryTimes.After(message.Attempts) is null).ToList();
        foreach (var message in messages.Except(last))
        {
            var wait = RetryTimes.After(message.Attempts)!.Value;
            held.Hold(Received(message), failure, wait < times.LongestWait ? wait : times.LongestWait);
        }

        foreach (var message in last)
        {
            await SettleAsync(
                Received(message),
                received => links.Receiver.DeadLetterMessageAsync(received, failure, cancellationToken: cancellationToken));
        }

        if (last.Count > 0)
        {
            await MarkAsync(cancellationToken);
        }
    }

    /// <summary>
    /// The responses say it themselves, in the outbox, on the bus or lost. None of them was shuffled yet: so few are looked through.
    /// </summary>
    public async Task<int> CountWaitingAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await context.Responses.CountAsync(
            response => !response.Shuffled && (response.State == ResponseState.Queued || response.State == ResponseState.Withdrawing)
                && !context.Queue.Any(entry => entry.ResponseId == response.Id && entry.Dead),
            cancellationToken);
    }

    public async Task<DateTimeOffset?> OldestDueAsync(CancellationToken cancellationToken)
    {
        var unsent = await outbox.OldestDueAsync(cancellationToken);
        var sent = await OldestOnBusAsync(cancellationToken);
        return sent < unsent || unsent is null ? sent : unsent;
    }

    public Task<IReadOnlyDictionary<int, int>> CountDeadAsync(CancellationToken cancellationToken) =>
        outbox.CountDeadAsync(cancellationToken);

    public async Task<IReadOnlyList<DeadLetter>> ListDeadAsync(CancellationToken cancellationToken)
    {
        await dead.LookAsync(cancellationToken);
        return await outbox.ListDeadAsync(cancellationToken);
    }

    public async Task<int> RequeueAsync(
        Func<DeadLetter, bool> which, Func<WriteScope, IReadOnlyList<DeadLetter>, ValueTask> record, CancellationToken cancellationToken)
    {
        var responses = (await ListDeadAsync(cancellationToken)).Where(which)
            .Select(letter => Convert.ToHexString(letter.ResponseId)).ToHashSet(StringComparer.Ordinal);
        if (responses.Count == 0)
            return 0;
        // Off the bus first, or it would be marked again; the mark in the database stays until the transaction below.
        await dead.RemoveAsync((_, letter) => IsChosen(letter), cancellationToken);
        return await outbox.RequeueAsync(IsChosen, record, cancellationToken);

        bool IsChosen(DeadLetter letter) => responses.Contains(Convert.ToHexString(letter.ResponseId));
    }

    /// <summary>A bus that is away is not waited for: whoever looks at the dead letters finds out when it is back.</summary>
    private async Task<DateTimeOffset?> OldestOnBusAsync(CancellationToken cancellationToken)
    {
        if (state.Fails(BusWork.Looking))
            return null;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(ShortLook);
        try
        {
            // In the order in which they came.
            return (await links.Receiver.PeekMessageAsync(fromSequenceNumber: 0, patience.Token))?.EnqueuedTime;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            state.Failed(BusWork.Looking, failure);
            return null;
        }
    }

    private async Task MarkAsync(CancellationToken cancellationToken)
    {
        try
        {
            await dead.LookAsync(cancellationToken);
        }
        catch (DbException)
        {
            // Why it failed perhaps; the look of each minute marks it when the database is back.
        }
    }

    private async Task SettleAsync(ServiceBusReceivedMessage received, Func<ServiceBusReceivedMessage, Task> settle)
    {
        if (!held.Remove(received))
            return;
        try
        {
            await settle(received);
            state.Works(BusWork.Settling);
        }
        catch (ServiceBusException lost) when (lost.Reason == ServiceBusFailureReason.MessageLockLost)
        {
            // It comes again, and finds its effect done.
        }
        catch (Exception failure) when (failure is ServiceBusException or UnauthorizedAccessException or OperationCanceledException)
        {
            // The same, when the lock expires.
            state.Failed(BusWork.Settling, failure);
        }
    }

    private static ServiceBusReceivedMessage Received(QueueMessage message) => (ServiceBusReceivedMessage)message.Delivery;
}
