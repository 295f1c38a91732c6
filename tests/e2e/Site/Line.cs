using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Participatie.Journeys.Site;

/// <summary>
/// The line between a visitor and the site, which can be cut: nothing comes through any more, and the browser does not know why. It can
/// also be cut in the middle of sending: the site gets the form, and its reply is lost.
/// </summary>
internal sealed class Line : IAsyncDisposable
{
    private const int BufferBytes = 64 * 1024;
    private readonly TcpListener _here = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, bool> _open = new();
    private readonly Uri _site;
    private readonly Task _listening;
    private volatile bool _isCut;
    private volatile bool _losesReplies;

    public Line(Uri site)
    {
        _site = site;
        _here.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_here.LocalEndpoint).Port}");
        _listening = ListenAsync();
    }

    public Uri Address { get; }

    /// <summary>How many replies were lost.</summary>
    public int Lost { get; private set; }

    public void Cut()
    {
        _isCut = true;
        HangUp();
    }

    /// <summary>What is sent arrives; at the first byte of the reply the line goes dead.</summary>
    public void CutInTheMiddle() => _losesReplies = true;

    public void Mend() => (_isCut, _losesReplies) = (false, false);

    public async ValueTask DisposeAsync()
    {
        _here.Stop();
        HangUp();
        await _listening;
    }

    private void HangUp()
    {
        foreach (var client in _open.Keys)
            client.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
                _ = CarryAsync(await _here.AcceptTcpClientAsync());
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task CarryAsync(TcpClient visitor)
    {
        using var site = new TcpClient();
        using (visitor)
        {
            try
            {
                if (_isCut)
                    return;
                _open[visitor] = _open[site] = true;
                await site.ConnectAsync(_site.Host, _site.Port);
                await Task.WhenAny(
                    PassAsync(visitor.GetStream(), site.GetStream(), isReply: false),
                    PassAsync(site.GetStream(), visitor.GetStream(), isReply: true));
            }
            catch (Exception broken) when (broken is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // Cut, or one side hung up.
            }
            finally
            {
                _open.TryRemove(visitor, out _);
                _open.TryRemove(site, out _);
            }
        }
    }

    private async Task PassAsync(NetworkStream from, NetworkStream to, bool isReply)
    {
        var buffer = new byte[BufferBytes];
        for (int read; (read = await from.ReadAsync(buffer)) > 0;)
        {
            if (isReply && _losesReplies)
            {
                Lost++;
                Cut();
                return;
            }

            await to.WriteAsync(buffer.AsMemory(0, read));
        }
    }
}
