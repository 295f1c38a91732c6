using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace Participatie.Tests.Storage;

/// <summary>
/// Stands between a process and its PostgreSQL, hears what they say to each other, and breaks a connection between a commit and its answer.
/// </summary>
public sealed class PostgresProxy : IAsyncDisposable
{
    private const string Commit = "COMMIT\0";

    /// <summary>How the server says that a transaction only reads.</summary>
    private const string ReadOnly = "C25006\0";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly IPEndPoint _server;
    private readonly Task _accepting;
    private string? _cutAfter;
    private string? _refusedAfter;
    private int _cutsLeft;
    private int _cuts;
    private int _refused;

    /// <param name="connection">To the server itself.</param>
    public PostgresProxy(string connection)
    {
        _listener.Start();
        var builder = new NpgsqlConnectionStringBuilder(connection);
        _server = new IPEndPoint(IPAddress.Loopback, builder.Port);
        builder.Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        Connection = builder.ToString();
        _accepting = AcceptAsync();
    }

    /// <summary>To the server by way of this proxy.</summary>
    public string Connection { get; }

    /// <summary>How many commits were done without an answer.</summary>
    public int Cuts => Volatile.Read(ref _cuts);

    /// <summary>How often the server said since then that it takes no changes.</summary>
    public int Refused => Volatile.Read(ref _refused);

    /// <summary>From now on, of transactions with this statement.</summary>
    public void CountRefused(string statement)
    {
        _refusedAfter = statement;
        Volatile.Write(ref _refused, 0);
    }

    /// <summary>
    /// So many times: a transaction with this statement commits, and the connection breaks before the answer reaches whoever waits for it.
    /// </summary>
    public void CutAnswersOfCommits(string statement, int times)
    {
        _cutAfter = statement;
        Volatile.Write(ref _cutsLeft, times);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var pairs = new List<Task>();
        try
        {
            while (true)
            {
                pairs.Add(PassAsync(await _listener.AcceptSocketAsync(_stop.Token)));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(pairs);
        }
    }

    private async Task PassAsync(Socket client)
    {
        using var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        client.NoDelay = true;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        try
        {
            await server.ConnectAsync(_server, ended.Token);
            var pair = new Pair();
            await Task.WhenAny(AskAsync(client, server, pair, ended.Token), AnswerAsync(server, client, pair, ended.Token));
        }
        catch (Exception gone) when (gone is SocketException or OperationCanceledException)
        {
            // The server is away: so is this connection.
        }

        await ended.CancelAsync();
        // Without a word, as by a machine that lost its power.
        client.LingerState = new LingerOption(enable: true, seconds: 0);
        client.Dispose();
    }

    private async Task AskAsync(Socket client, Socket server, Pair pair, CancellationToken stop)
    {
        var buffer = new byte[64 * 1024];
        while (await ReadAsync(client, buffer, stop) is > 0 and var count)
        {
            var asked = pair.Asked += Encoding.Latin1.GetString(buffer, 0, count);
            if (asked.Contains(Commit, StringComparison.Ordinal))
            {
                pair.Cut = _cutAfter is { } statement && asked.Contains(statement, StringComparison.Ordinal)
                    && Interlocked.Decrement(ref _cutsLeft) >= 0;
                pair.Asked = "";
            }

            await SendAsync(server, buffer.AsMemory(0, count), stop);
        }
    }

    private async Task AnswerAsync(Socket server, Socket client, Pair pair, CancellationToken stop)
    {
        var buffer = new byte[64 * 1024];
        while (await ReadAsync(server, buffer, stop) is > 0 and var count)
        {
            if (_refusedAfter is { } statement && pair.Asked.Contains(statement, StringComparison.Ordinal)
                && Encoding.Latin1.GetString(buffer, 0, count).Contains(ReadOnly, StringComparison.Ordinal))
            {
                Interlocked.Increment(ref _refused);
            }

            if (pair.Cut)
            {
                // The server has answered, so it was done.
                Interlocked.Increment(ref _cuts);
                return;
            }

            await SendAsync(client, buffer.AsMemory(0, count), stop);
        }
    }

    private static async Task<int> ReadAsync(Socket socket, Memory<byte> buffer, CancellationToken stop)
    {
        try
        {
            return await socket.ReceiveAsync(buffer, stop);
        }
        catch (Exception gone) when (gone is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            return 0;
        }
    }

    private static async Task SendAsync(Socket socket, ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        try
        {
            while (bytes.Length > 0)
            {
                bytes = bytes[await socket.SendAsync(bytes, stop)..];
            }
        }
        catch (Exception gone) when (gone is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Reading finds that out too.
        }
    }

    private sealed class Pair
    {
        /// <summary>Since the last commit.</summary>
        public string Asked { get; set; } = "";

        public bool Cut { get; set; }
    }
}
