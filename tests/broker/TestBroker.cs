using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using Amqp.Sasl;
using Amqp.Types;

namespace Participatie.Broker;

/// <summary>
/// Speaks to the client of Azure Service Bus as the real one does, on a port of this machine, and breaks when a test wants it to. It
/// knows what the product uses: sending, peek-lock, dead letters, longer locks and looking. It proves the client's side, not Azure's.
/// </summary>
public sealed class TestBroker : IAsyncDisposable
{
    private const string DeadLetterPath = "/$DeadLetterQueue";
    private const int LargestMessage = 256 * 1024;

    private readonly Dictionary<string, BrokerQueue> _queues = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, ListenerLink> _replies = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ListenerLink, bool> _links = new();
    private readonly ConcurrentBag<Socket> _sockets = [];
    private readonly WorkLoop _loop = new();
    private readonly Timer _expire;
    private readonly int _port = FreePort();
    private ContainerHost? _host;

    /// <summary>Listens at once.</summary>
    public TestBroker(BrokerLimits limits, params IEnumerable<string> queues)
    {
        foreach (var name in queues)
        {
            var dead = new BrokerQueue(name + DeadLetterPath, limits, deadLetters: null);
            _queues[dead.Name] = dead;
            _queues[name] = new BrokerQueue(name, limits, dead);
        }

        var often = TimeSpan.FromMilliseconds(100);
        _expire = new Timer(
            _ => _loop.Post(() =>
            {
                foreach (var queue in _queues.Values)
                    queue.ExpireLocks(all: false);
            }),
            state: null,
            often,
            often);
        Start();
    }

    /// <summary>With which the client finds it.</summary>
    public string ConnectionString =>
        $"Endpoint=sb://127.0.0.1:{_port};SharedAccessKeyName=all;SharedAccessKey=c2VjcmV0;UseDevelopmentEmulator=true";

    public BrokerFaults Faults { get; } = new();

    /// <summary>Where it stopped: what it had it still has.</summary>
    public void Start()
    {
        var host = new ContainerHost([$"amqp://127.0.0.1:{_port}"]);
        host.Listeners[0].HandlerFactory = _ => new ListenerEvents(_sockets);
        // The only mechanism that the client offers; who may come in its tokens say.
        host.Listeners[0].SASL.EnableMechanism(new Symbol("MSSBCBS"), SaslProfile.Anonymous);
        host.RegisterLinkProcessor(new Links(this));
        host.Open();
        _host = host;
    }

    /// <summary>Nobody can reach it; every connection breaks.</summary>
    public void Stop()
    {
        BreakConnections();
        _host?.Close();
        _host = null;
        _replies.Clear();
        _links.Clear();
    }

    /// <summary>Every connection breaks without a word; clients may come back at once.</summary>
    public void BreakConnections()
    {
        while (_sockets.TryTake(out var socket))
        {
            // Answered by a reset, as by a machine that lost its memory.
            if (socket.Connected)
                socket.LingerState = new LingerOption(enable: true, seconds: 0);
            socket.Dispose();
        }
    }

    /// <summary>Ends every link with this reason; connections stay.</summary>
    public void DetachLinks(string condition = "amqp:unauthorized-access")
    {
        foreach (var link in _links.Keys.ToList())
        {
            _links.TryRemove(link, out _);
            if (!link.IsClosed)
                link.Close(TimeSpan.Zero, new Error(new Symbol(condition)) { Description = "Ended by the test." });
        }
    }

    /// <summary>As if every receiver held what it has for too long.</summary>
    public Task ExpireLocksAsync(string queue) => _loop.AskAsync(() =>
    {
        _queues[queue].ExpireLocks(all: true);
        return true;
    });

    /// <summary>Acknowledges what was held, and holds nothing any more.</summary>
    public Task AcknowledgeAsync() => _loop.AskAsync(() =>
    {
        Faults.HoldAcknowledgements = false;
        Faults.Held.ForEach(acknowledge => acknowledge());
        Faults.Held.Clear();
        return true;
    });

    public Task<BrokerCounts> CountAsync(string queue) => _loop.AskAsync(() => _queues[queue].Counts);

    /// <summary>Waits for a state, however long it takes on a busy machine.</summary>
    /// <exception cref="TimeoutException">Not within two minutes; it says how the queue stands.</exception>
    public async Task<BrokerCounts> WaitForAsync(string queue, Func<BrokerCounts, bool> state, CancellationToken cancellationToken)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var counts = await CountAsync(queue);
            if (state(counts))
                return counts;
            if (TimeProvider.System.GetElapsedTime(begun) > TimeSpan.FromMinutes(2))
                throw new TimeoutException($"The queue stands at {counts}.");
            await Task.Delay(20, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _expire.DisposeAsync();
        Stop();
        await _loop.DisposeAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Gives each link that a client asks for its end here.</summary>
    private sealed class Links(TestBroker broker) : ILinkProcessor
    {
        private const string Tokens = "$cbs";
        private const string ManagementPath = "/$management";
        private const int Credit = 500;

        public void Process(AttachContext attachContext)
        {
            var (attach, link) = (attachContext.Attach, attachContext.Link);
            var isReceiver = attach.Role;
            var path = Path(isReceiver ? (attach.Source as Source)?.Address : (attach.Target as Target)?.Address);
            // Its own wish, sent back, would be no limit at all, which the client takes for none of its messages.
            attach.MaxMessageSize = LargestMessage;
            if (path == Tokens)
                CompleteRequests(attachContext, isReceiver, _ => Management.AnswerToken(broker.Faults.RefuseTokens));
            else if (!broker._queues.TryGetValue(WithoutManagement(path), out var queue))
                attachContext.Complete(new Error(ErrorCode.NotFound) { Description = $"There is no queue '{path}'." });
            else if (broker.Faults.RefuseTokens)
                attachContext.Complete(new Error(ErrorCode.UnauthorizedAccess) { Description = "The token is no good." });
            else if (path.EndsWith(ManagementPath, StringComparison.OrdinalIgnoreCase))
                CompleteRequests(attachContext, isReceiver, request => Management.Answer(queue, request));
            else if (isReceiver)
                attachContext.Complete(new QueueSource(broker._loop, broker.Faults, queue, link), 0);
            else
                attachContext.Complete(new QueueTarget(broker._loop, broker.Faults, queue), Credit);
            if (path != Tokens)
                broker._links[link] = true;
        }

        private void CompleteRequests(AttachContext context, bool isReceiver, Func<Message, Message> answer)
        {
            if (isReceiver)
            {
                broker._replies[((Target)context.Attach.Target).Address] = context.Link;
                context.Complete(new ReplySource(), 0);
            }
            else
            {
                context.Complete(new RequestTarget(broker._loop, broker._replies, answer), Credit);
            }
        }

        private static string Path(string? address)
        {
            var path = address ?? "";
            var host = path.IndexOf("://", StringComparison.Ordinal);
            if (host >= 0)
                path = path.IndexOf('/', host + 3) is var at and >= 0 ? path[at..] : "";
            return path.Trim('/');
        }

        private static string WithoutManagement(string path) =>
            path.EndsWith(ManagementPath, StringComparison.OrdinalIgnoreCase) ? path[..^ManagementPath.Length] : path;
    }
}
