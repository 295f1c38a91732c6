using System.Collections.Concurrent;
using Amqp;
using Amqp.Framing;
using Amqp.Listener;

namespace Participatie.Broker;

/// <summary>A link on which a client asks something and says where the answer goes.</summary>
internal sealed class RequestTarget(
    WorkLoop loop, ConcurrentDictionary<string, ListenerLink> replies, Func<Message, Message> answer) : LinkEndpoint
{
    public override void OnMessage(MessageContext messageContext) => loop.Post(() =>
    {
        messageContext.Complete();
        var request = messageContext.Message;
        var reply = answer(request);
        reply.Properties = new Properties();
        reply.Properties.SetCorrelationId(request.Properties.GetMessageId());
        if (replies.TryGetValue(request.Properties.ReplyTo, out var link))
            link.SendMessage(reply);
    });

    public override void OnFlow(FlowContext flowContext)
    {
        // The client has nothing to say here.
    }

    public override void OnDisposition(DispositionContext dispositionContext) => dispositionContext.Complete();
}

/// <summary>The link on which the answers go back.</summary>
internal sealed class ReplySource : LinkEndpoint
{
    public override void OnFlow(FlowContext flowContext)
    {
        // An answer goes when it is there.
    }

    public override void OnDisposition(DispositionContext dispositionContext)
    {
        if (!dispositionContext.Settled)
            dispositionContext.Complete();
    }
}
