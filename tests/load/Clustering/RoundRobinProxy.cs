using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Participatie.Load.Clustering;

/// <summary>
/// Sends each request to the next web process, whoever asks. What did not reach one goes to the next; so does a GET that got no answer. A
/// form that may have arrived is never sent twice: its sender gets a 502 and decides.
/// </summary>
internal sealed class RoundRobinProxy : IAsyncDisposable
{
    /// <summary>Between two neighbours only, or set again by whoever sends on.</summary>
    private static readonly HashSet<string> OfOneConnection = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Content-Length", "Host", "Keep-Alive", "Transfer-Encoding", "Upgrade",
    };

    private readonly ConcurrentDictionary<ConnectionContext, bool> _visitors = new();
    private readonly ConcurrentDictionary<Socket, bool> _behind = new();
    private readonly ConcurrentDictionary<Uri, int> _served = new();
    private readonly WebApplication _app;
    private readonly HttpClient _client;
    private volatile IReadOnlyList<Uri> _targets = [];
    private int _next;

    private RoundRobinProxy(int port)
    {
        Url = new Uri($"http://127.0.0.1:{port}");
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectCallback = ConnectAsync,
        });
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, Remember));
        _app = builder.Build();
        _app.Run(ForwardAsync);
    }

    public Uri Url { get; }

    /// <summary>How many requests each of them answered.</summary>
    public IEnumerable<int> Served => _served.Values;

    public static async Task<RoundRobinProxy> StartAsync(int port, CancellationToken cancellationToken)
    {
        var proxy = new RoundRobinProxy(port);
        await proxy._app.StartAsync(cancellationToken);
        return proxy;
    }

    public void SendTo(IReadOnlyList<Uri> targets) => _targets = targets;

    /// <summary>Resets every connection, of visitors and to the processes, whatever is on its way.</summary>
    public void ResetConnections()
    {
        foreach (var socket in _behind.Keys)
        {
            _behind.TryRemove(socket, out _);
            try
            {
                socket.LingerState = new LingerOption(enable: true, seconds: 0);
                socket.Close();
            }
            catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
            {
                // Closed already.
            }
        }

        foreach (var visitor in _visitors.Keys)
        {
            visitor.Abort();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        _behind[socket] = true;
        return new NetworkStream(socket, ownsSocket: true);
    }

    private void Remember(ListenOptions listening) => listening.Use(next => async connection =>
    {
        _visitors[connection] = true;
        try
        {
            await next(connection);
        }
        finally
        {
            _visitors.TryRemove(connection, out _);
        }
    });

    private async Task ForwardAsync(HttpContext context)
    {
        var body = await BodyAsync(context.Request);
        var targets = _targets;
        var first = (uint)Interlocked.Increment(ref _next);
        for (var attempt = 1; ; attempt++)
        {
            var target = targets[(int)((first + attempt) % targets.Count)];
            try
            {
                using var request = Copy(context.Request, target, body);
                // All of it before the first byte goes back: until then another process can still answer.
                using var response = await _client.SendAsync(request, context.RequestAborted);
                await WriteAsync(context.Response, response, context.RequestAborted);
                _served.AddOrUpdate(target, 1, static (_, count) => count + 1);
                return;
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException or SocketException or ObjectDisposedException)
            {
                if (context.RequestAborted.IsCancellationRequested)
                {
                    return;
                }

                if (attempt < targets.Count && (NeverArrived(failure) || HttpMethods.IsGet(context.Request.Method)))
                {
                    continue;
                }

                context.Response.StatusCode = StatusCodes.Status502BadGateway;
                return;
            }
        }
    }

    private static bool NeverArrived(Exception failure) =>
        failure is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError };

    private static async Task<byte[]> BodyAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return body.ToArray();
    }

    private static HttpRequestMessage Copy(HttpRequest from, Uri target, byte[] body)
    {
        var request = new HttpRequestMessage(new HttpMethod(from.Method), new Uri(target, from.GetEncodedPathAndQuery()))
        {
            Content = HttpMethods.IsGet(from.Method) ? null : new ByteArrayContent(body),
        };
        request.Headers.Host = from.Host.Value;
        foreach (var (name, values) in from.Headers)
        {
            if (!OfOneConnection.Contains(name) && !request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        return request;
    }

    private static async Task WriteAsync(HttpResponse to, HttpResponseMessage from, CancellationToken cancellationToken)
    {
        to.StatusCode = (int)from.StatusCode;
        foreach (var (name, values) in from.Headers.Concat(from.Content.Headers))
        {
            if (!OfOneConnection.Contains(name))
            {
                to.Headers[name] = values.ToArray();
            }
        }

        var body = await from.Content.ReadAsByteArrayAsync(cancellationToken);
        if (body.Length > 0)
        {
            await to.Body.WriteAsync(body, cancellationToken);
        }
    }
}
