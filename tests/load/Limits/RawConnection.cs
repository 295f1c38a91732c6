using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Participatie.Load.Limits;

/// <summary>
/// One kept-alive connection that costs as little as possible: client and server share the processor here, and a comfortable client
/// would hide the difference between two servers.
/// </summary>
internal sealed class RawConnection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[64 * 1024];
    private int _filled;

    public int Status => int.Parse(_buffer.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Headers and body of the last answer, as they came.</summary>
    public ReadOnlySpan<byte> Answer => _buffer.AsSpan(0, _filled);

    /// <summary>Name and value of the first cookie that the last answer set; null when it set none.</summary>
    public string? SetCookie
    {
        get
        {
            var at = Answer.IndexOf(SetCookieHeader);
            if (at < 0)
            {
                return null;
            }

            var cookie = Answer[(at + SetCookieHeader.Length)..];
            return Encoding.ASCII.GetString(cookie[..cookie.IndexOf((byte)';')]);
        }
    }

    private static ReadOnlySpan<byte> SetCookieHeader => "Set-Cookie: "u8;

    public async Task OpenAsync(Uri site, CancellationToken cancellationToken) =>
        await _socket.ConnectAsync(site.Host, site.Port, cancellationToken);

    public async Task AskAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        await _socket.SendAsync(request, cancellationToken);
        _filled = 0;
        do
        {
            if (_filled == _buffer.Length)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }

            var read = await _socket.ReceiveAsync(_buffer.AsMemory(_filled), cancellationToken);
            _filled += read > 0 ? read : throw new EndOfStreamException("The server closed the connection.");
        }
        while (!IsWhole());
    }

    public void Dispose() => _socket.Dispose();

    public static byte[] Get(Uri site, string path, string cookie, string address) =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {site.Authority}\r\nX-Forwarded-For: {address}\r\nCookie: {cookie}\r\n\r\n");

    public static byte[] Post(Uri site, string path, string cookie, string address, string body) => Encoding.ASCII.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: {site.Authority}\r\nX-Forwarded-For: {address}\r\nCookie: {cookie}\r\n"
        + $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body}");

    private bool IsWhole()
    {
        var answer = Answer;
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var head = answer[..(end + 2)];
        var at = head.IndexOf("Content-Length: "u8);
        if (at >= 0)
        {
            var digits = head[(at + "Content-Length: ".Length)..];
            var length = int.Parse(digits[..digits.IndexOf((byte)'\r')], NumberStyles.None, CultureInfo.InvariantCulture);
            return answer.Length == end + 4 + length;
        }

        return head.IndexOf("Transfer-Encoding: chunked"u8) < 0 || answer.EndsWith("\r\n0\r\n\r\n"u8);
    }
}
