using Amqp;
using Amqp.Framing;
using Amqp.Listener;

namespace Participatie.Broker;

/// <summary>A link on which a client sends, one message or many in one.</summary>
internal sealed class QueueTarget(WorkLoop loop, BrokerFaults faults, BrokerQueue queue) : LinkEndpoint
{
    /// <summary>Each data section of such a message is a message.</summary>
    private const uint BatchFormat = 0x80013700;

    public override void OnMessage(MessageContext messageContext) => loop.Post(() =>
    {
        if (faults.RefuseMessages)
        {
            messageContext.Complete(new Error(ErrorCode.ResourceLimitExceeded) { Description = "The queue is full." });
            return;
        }

        for (var copy = 0; copy < (faults.LoseMessages ? 0 : faults.DoubleMessages ? 2 : 1); copy++)
        {
            foreach (var message in Unpacked(messageContext.Message))
                queue.Put(message);
        }

        if (faults.HoldAcknowledgements)
            faults.Held.Add(messageContext.Complete);
        else if (!faults.TakeLostAcknowledgement())
            messageContext.Complete();
    });

    public override void OnFlow(FlowContext flowContext)
    {
        // The client has nothing to say here.
    }

    public override void OnDisposition(DispositionContext dispositionContext) => dispositionContext.Complete();

    private static IEnumerable<Message> Unpacked(Message sent)
    {
        if (sent.Format != BatchFormat)
            return [sent];
        return sent.BodySection is DataList list
            ? Enumerable.Range(0, list.Count).Select(at => Decoded(list[at]))
            : [Decoded((Data)sent.BodySection)];
    }

    private static Message Decoded(Data section)
    {
        byte[] bytes = [.. section.Binary];
        return Message.Decode(new ByteBuffer(bytes, 0, bytes.Length, bytes.Length));
    }
}
