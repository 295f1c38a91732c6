using Amqp;
using Amqp.Framing;
using Amqp.Types;

namespace Participatie.Broker;

/// <summary>A queue with its dead letters. Everything here happens on the broker's one loop.</summary>
internal sealed class BrokerQueue(string name, BrokerLimits limits, BrokerQueue? deadLetters)
{
    private readonly Dictionary<long, StoredMessage> _messages = [];
    private readonly SortedSet<long> _active = [];
    private readonly Dictionary<Guid, StoredMessage> _locked = [];
    private readonly List<QueueSource> _receivers = [];
    private long _lastSequence;
    private int _sent;
    private int _delivered;
    private int _completed;
    private int _renewed;

    public string Name => name;

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    public BrokerCounts Counts =>
        new(_active.Count, _locked.Count, deadLetters?._messages.Count ?? 0, _sent, _delivered, _completed, _renewed);

    public void Put(Message sent)
    {
        _sent++;
        Put(new StoredMessage(sent, Now));
    }

    public void Join(QueueSource receiver)
    {
        if (!_receivers.Contains(receiver))
            _receivers.Add(receiver);
    }

    public void Leave(QueueSource receiver) => _receivers.Remove(receiver);

    /// <summary>Gives out what it can, to one receiver after the other.</summary>
    public void Deliver()
    {
        while (_active.Count > 0 && _receivers.Find(receiver => receiver.Credit > 0) is { } receiver)
        {
            _receivers.Remove(receiver);
            _receivers.Add(receiver);
            var message = _messages[_active.Min];
            _active.Remove(message.Sequence);
            message.Lock = Guid.NewGuid();
            message.LockedUntil = Now + limits.LockTime;
            _locked[message.Lock.Value] = message;
            _delivered++;
            message.Deliveries++;
            receiver.Send(message.ToMessage(message.Deliveries - 1), message.Lock.Value);
        }
    }

    /// <returns>Whether the lock still held.</returns>
    public bool Settle(Guid token, DeliveryState state)
    {
        if (!_locked.TryGetValue(token, out var message))
            return false;
        switch (state)
        {
            case Released:
                message.Deliveries--;
                Unlock(message);
                break;
            case Modified modified:
                foreach (var (key, value) in modified.MessageAnnotations?.ToList() ?? [])
                    message.Added[key.ToString()!] = value;
                Unlock(message);
                break;
            case Rejected rejected:
                SetApart(
                    message,
                    rejected.Error?.Info?[new Symbol("DeadLetterReason")] as string,
                    rejected.Error?.Info?[new Symbol("DeadLetterErrorDescription")] as string);
                break;
            default:
                Remove(message);
                _completed++;
                break;
        }

        return true;
    }

    /// <returns>Until when it is locked now; null when the lock is lost.</returns>
    public DateTime? Renew(Guid token)
    {
        if (!_locked.TryGetValue(token, out var message))
            return null;
        _renewed++;
        return message.LockedUntil = Now + limits.LockTime;
    }

    /// <summary>In order, those that are locked too.</summary>
    public IEnumerable<Message> Peek(long from, int most) =>
        _messages.Values.Where(message => message.Sequence >= from).OrderBy(message => message.Sequence).Take(most)
            .Select(message => message.ToMessage(message.Deliveries));

    /// <summary>Frees what was held for too long, or all that is held.</summary>
    public void ExpireLocks(bool all)
    {
        var now = Now;
        foreach (var message in _locked.Values.Where(message => all || message.LockedUntil <= now).ToList())
            Unlock(message);
    }

    private void Put(StoredMessage message)
    {
        message.Sequence = ++_lastSequence;
        _messages[message.Sequence] = message;
        _active.Add(message.Sequence);
        Deliver();
    }

    private void Unlock(StoredMessage message)
    {
        _locked.Remove(message.Lock!.Value);
        message.Lock = null;
        if (deadLetters is not null && message.Deliveries >= limits.MaxDeliveryCount)
        {
            SetApart(message, "MaxDeliveryCountExceeded", "Message could not be consumed after the maximum of deliveries.");
            return;
        }

        _active.Add(message.Sequence);
        Deliver();
    }

    private void SetApart(StoredMessage message, string? reason, string? description)
    {
        Remove(message);
        message.Lock = null;
        if (reason is not null)
            message.Added["DeadLetterReason"] = reason;
        if (description is not null)
            message.Added["DeadLetterErrorDescription"] = description;
        deadLetters?.Put(message);
    }

    private void Remove(StoredMessage message)
    {
        if (message.Lock is { } token)
            _locked.Remove(token);
        _messages.Remove(message.Sequence);
    }
}
