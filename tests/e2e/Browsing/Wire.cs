using System.Collections.Concurrent;
using System.Text.Json;

namespace Participatie.Journeys.Browsing;

/// <summary>Counts what really comes over the wire: headers and compressed bodies, without what the browser still has.</summary>
internal sealed class Wire
{
    private readonly ConcurrentDictionary<string, string> _asked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _kept = new(StringComparer.Ordinal);
    private long _bytes;

    private Wire()
    {
    }

    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>
    /// What was fetched, each address once: a form that is sent and the page behind it are one. The browser asks for its icon a second
    /// time, and that it has it is known only a moment later.
    /// </summary>
    public IReadOnlyList<string> Asked =>
        [
            .. _asked.Where(request => !_kept.ContainsKey(request.Key)).Select(request => request.Value).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
        ];

    public static async Task<Wire> TapAsync(Visitor visitor)
    {
        var wire = new Wire();
        var session = visitor.Debugger.Session;
        session.Event("Network.requestWillBeSent").OnEvent += (_, sent) =>
        {
            wire._asked[Id(sent)] = sent!.Value.GetProperty("request").GetProperty("url").GetString()!;
            // The answer to a form that was sent, which only says where to go on.
            if (sent.Value.TryGetProperty("redirectResponse", out var before))
                Interlocked.Add(ref wire._bytes, (long)before.GetProperty("encodedDataLength").GetDouble());
        };
        session.Event("Network.requestServedFromCache").OnEvent += (_, kept) => wire._kept[Id(kept)] = true;
        session.Event("Network.responseReceived").OnEvent += (_, received) =>
        {
            if (received!.Value.GetProperty("response").GetProperty("fromDiskCache").GetBoolean())
                wire._kept[Id(received)] = true;
        };
        session.Event("Network.loadingFinished").OnEvent += (_, done) =>
            Interlocked.Add(ref wire._bytes, (long)done!.Value.GetProperty("encodedDataLength").GetDouble());
        await session.SendAsync("Network.enable");
        return wire;
    }

    public void StartAgain()
    {
        _asked.Clear();
        _kept.Clear();
        Interlocked.Exchange(ref _bytes, 0);
    }

    private static string Id(JsonElement? message) => message!.Value.GetProperty("requestId").GetString()!;
}
