using System.Collections.Concurrent;
using System.Net.Sockets;
using Amqp.Handler;

namespace Participatie.Broker;

/// <summary>Puts its lock on each delivery that goes out, and keeps the sockets, so that they can be broken.</summary>
internal sealed class ListenerEvents(ConcurrentBag<Socket> sockets) : IHandler
{
    public bool CanHandle(EventId id) => id is EventId.SendDelivery or EventId.SocketAccept;

    public void Handle(Event protocolEvent)
    {
        if (protocolEvent is { Id: EventId.SocketAccept, Context: Socket socket })
            sockets.Add(socket);
        else if (protocolEvent is { Id: EventId.SendDelivery, Context: IDelivery delivery }
            && LockTokens.Of(delivery.Message) is { } token)
            delivery.Tag = token.ToByteArray();
    }
}
