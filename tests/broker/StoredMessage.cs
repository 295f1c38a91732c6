using Amqp;
using Amqp.Framing;
using Amqp.Types;

namespace Participatie.Broker;

/// <summary>A message as the broker keeps it, between deliveries and through a restart.</summary>
internal sealed class StoredMessage
{
    private readonly Properties? _properties;
    private readonly RestrictedDescribed _body;
    private readonly DateTime _enqueuedAt;

    public StoredMessage(Message sent, DateTime enqueuedAt)
    {
        _properties = sent.Properties;
        // The bytes themselves: what was received belongs to the connection.
        _body = sent.BodySection is Data data ? new Data { Binary = [.. data.Binary] } : sent.BodySection;
        _enqueuedAt = enqueuedAt;
        foreach (var (name, value) in sent.ApplicationProperties?.Map ?? [])
            Added[name] = value;
    }

    public long Sequence { get; set; }

    /// <summary>How often it was given to a receiver.</summary>
    public int Deliveries { get; set; }

    /// <summary>Who holds it; null when nobody does.</summary>
    public Guid? Lock { get; set; }

    public DateTime LockedUntil { get; set; }

    /// <summary>Properties of the application: those of the sender, and what receivers and the broker added.</summary>
    public Dictionary<object, object> Added { get; } = [];

    /// <param name="earlier">How often it was given out before: the client counts one more.</param>
    public Message ToMessage(int earlier)
    {
        var message = new Message
        {
            Header = new Header { DeliveryCount = (uint)earlier },
            Properties = _properties,
            ApplicationProperties = new ApplicationProperties(),
            MessageAnnotations = new MessageAnnotations(),
            BodySection = _body,
        };
        foreach (var (name, value) in Added)
            message.ApplicationProperties.Map[name] = value;
        message.MessageAnnotations.Map[new Symbol("x-opt-sequence-number")] = Sequence;
        message.MessageAnnotations.Map[new Symbol("x-opt-enqueued-time")] = _enqueuedAt;
        if (Lock is not null)
            message.MessageAnnotations.Map[new Symbol("x-opt-locked-until")] = LockedUntil;
        return message;
    }
}
