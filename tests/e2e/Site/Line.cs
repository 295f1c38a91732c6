using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

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
                var carriesForm = new StrongBox<bool>();
                await Task.WhenAny(
                    AskAsync(visitor.GetStream(), site.GetStream(), carriesForm),
                    ReplyAsync(site.GetStream(), visitor.GetStream(), carriesForm));
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

    private static async Task AskAsync(NetworkStream visitor, NetworkStream site, StrongBox<bool> carriesForm)
    {
        var buffer = new byte[BufferBytes];
        for (int read; (read = await visitor.ReadAsync(buffer)) > 0;)
        {
            carriesForm.Value = buffer.AsSpan(0, read).StartsWith("POST "u8)
                || (carriesForm.Value && !buffer.AsSpan(0, read).StartsWith("GET "u8));
            await site.WriteAsync(buffer.AsMemory(0, read));
        }
    }

    private async Task ReplyAsync(NetworkStream site, NetworkStream visitor, StrongBox<bool> carriesForm)
    {
        var buffer = new byte[BufferBytes];
        for (int read; (read = await site.ReadAsync(buffer)) > 0;)
        {
            // Only of a form: the browser also looks whether its service worker changed, whenever it likes.
            if (_losesReplies && carriesForm.Value)
            {
                Lost++;
                Cut();
                return;
            }

            await visitor.WriteAsync(buffer.AsMemory(0, read));
        }
    }
}
