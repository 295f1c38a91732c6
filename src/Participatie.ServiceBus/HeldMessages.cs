using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;

namespace Participatie.ServiceBus;

/// <summary>
/// What this process received and did not settle yet: being counted, or failed and waiting for its next try. Its locks are renewed
/// meanwhile; when the process dies they expire, and the messages come again.
/// </summary>
public sealed class HeldMessages(BusLinks links, BusState state, BusTimes times, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Held> _held = new(StringComparer.Ordinal);

    /// <summary>How many wait for their next try.</summary>
    public int Waiting => _held.Values.Count(held => held.Wait is not null);

    public void Add(ServiceBusReceivedMessage received) =>
        _held[received.LockToken] = new Held(received, clock.GetTimestamp(), clock.GetTimestamp(), null, null);

    /// <returns>Whether it was held: each delivery is settled once.</returns>
    public bool Remove(ServiceBusReceivedMessage received) => _held.TryRemove(received.LockToken, out _);

    /// <summary>Keeps it from everybody until its next try, then abandons it with the kind of failure on it.</summary>
    public void Hold(ServiceBusReceivedMessage received, string failure, TimeSpan wait)
    {
        if (_held.TryGetValue(received.LockToken, out var held))
            _held[received.LockToken] = held with { Since = clock.GetTimestamp(), Wait = wait, Failure = failure };
    }

    /// <summary>Renews what is held for a while, and lets go of what waited long enough.</summary>
    public Task LookAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_held.Values.Select(held =>
            held.Wait is { } wait && clock.GetElapsedTime(held.Since) >= wait ? AbandonAsync(held, cancellationToken)
            : clock.GetElapsedTime(held.Since) > times.LongestLock ? LetGo(held)
            : clock.GetElapsedTime(held.RenewedAt) >= times.RenewEach ? RenewAsync(held, cancellationToken)
            : Task.CompletedTask));

    private Task LetGo(Held held)
    {
        Remove(held.Received);
        return Task.CompletedTask;
    }

    private async Task AbandonAsync(Held held, CancellationToken cancellationToken)
    {
        Remove(held.Received);
        var why = new Dictionary<string, object>(StringComparer.Ordinal) { [BusMessage.Failure] = held.Failure! };
        await TryAsync(() => links.Receiver.AbandonMessageAsync(held.Received, why, cancellationToken));
    }

    private async Task RenewAsync(Held held, CancellationToken cancellationToken)
    {
        // Only when nobody settled it meanwhile.
        if (!_held.TryUpdate(held.Received.LockToken, held with { RenewedAt = clock.GetTimestamp() }, held))
            return;
        await TryAsync(() => links.Receiver.RenewMessageLockAsync(held.Received, cancellationToken));
    }

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
            state.Works(BusWork.Settling);
        }
        catch (ServiceBusException lost) when (lost.Reason == ServiceBusFailureReason.MessageLockLost)
        {
            // It comes again, perhaps to somebody else, and is counted once.
        }
        catch (Exception failure) when (failure is ServiceBusException or UnauthorizedAccessException or IOException or TimeoutException)
        {
            state.Failed(BusWork.Settling, failure);
        }
    }

    /// <param name="Received">The message.</param>
    /// <param name="Since">When it came, or when it failed.</param>
    /// <param name="RenewedAt">When its lock began last.</param>
    /// <param name="Wait">How long until its next try; null while it is being counted.</param>
    /// <param name="Failure">The kind of its last failure.</param>
    private sealed record Held(ServiceBusReceivedMessage Received, long Since, long RenewedAt, TimeSpan? Wait, string? Failure);
}
