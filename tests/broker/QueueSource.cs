using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using Amqp.Types;

namespace Participatie.Broker;

/// <summary>A link on which a client receives.</summary>
internal sealed class QueueSource : LinkEndpoint
{
    private readonly WorkLoop _loop;
    private readonly BrokerFaults _faults;
    private readonly BrokerQueue _queue;
    private readonly ListenerLink _link;
    private volatile bool _isClosed;

    public QueueSource(WorkLoop loop, BrokerFaults faults, BrokerQueue queue, ListenerLink link)
    {
        (_loop, _faults, _queue, _link) = (loop, faults, queue, link);
        // Before the listener calls whatever is still open on a dying link released: those keep their lock until it expires.
        link.AddClosedCallback((_, _) =>
        {
            _isClosed = true;
            _loop.Post(() => _queue.Leave(this));
        });
    }

    /// <summary>How many messages the client asked for and did not get yet.</summary>
    public int Credit { get; private set; }

    public void Send(Message message, Guid token)
    {
        LockTokens.Give(message, token);
        Credit--;
        if (!_isClosed)
            _link.SendMessage(message);
    }

    public override void OnFlow(FlowContext flowContext)
    {
        var more = flowContext.Messages;
        _loop.Post(() =>
        {
            if (_isClosed)
                return;
            Credit = Math.Max(0, Credit + more);
            _queue.Join(this);
            _queue.Deliver();
            if (_link.IsDraining)
            {
                Credit = 0;
                _link.CompleteDrain();
            }
        });
    }

    public override void OnDisposition(DispositionContext dispositionContext)
    {
        var (message, state) = (dispositionContext.Message, dispositionContext.DeliveryState);
        if (_isClosed)
            return;
        _loop.Post(() =>
        {
            var held = LockTokens.Of(message) is { } token && _queue.Settle(token, state);
            if (!_isClosed && !_faults.TakeLostAnswer())
                _link.DisposeMessage(message, held ? new Accepted() : LockLost(), settled: true);
        });
    }

    private static Rejected LockLost() => new()
    {
        Error = new Error(new Symbol("com.microsoft:message-lock-lost")) { Description = "The lock supplied is invalid." },
    };
}
