using System.Collections.Concurrent;
using System.Text.Json;

namespace Participatie.Journeys.Browsing;

/// <summary>Counts what really comes over the wire: headers and compressed bodies, without what the browser still has.</summary>
internal sealed class Wire
{
    private const string ForNoNetwork = "/geen-internet";
    private readonly ConcurrentDictionary<string, string> _asked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _kept = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _bytes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _laidBy = new(StringComparer.Ordinal);

    private Wire()
    {
    }

    public long Bytes => _bytes.Where(request => !_laidBy.ContainsKey(request.Key)).Sum(request => request.Value);

    /// <summary>What was fetched, each once: a form that is sent and the page behind it are one.</summary>
    public IReadOnlyList<string> Asked =>
        [.. _asked.Where(request => !_kept.ContainsKey(request.Key) && !_laidBy.ContainsKey(request.Key)).Select(request => request.Value).Order(StringComparer.Ordinal)];

    /// <summary>What the service worker lays by for a time without a network, once a visit and after the page is there. Never started again.</summary>
    public (int Requests, long Bytes) LaidBy => (_laidBy.Count, _laidBy.Keys.Sum(id => _bytes.GetValueOrDefault(id)));

    public static async Task<Wire> TapAsync(Visitor visitor)
    {
        var wire = new Wire();
        var session = visitor.Debugger.Session;
        session.Event("Network.requestWillBeSent").OnEvent += (_, sent) =>
        {
            var address = sent!.Value.GetProperty("request").GetProperty("url").GetString()!;
            wire._asked[Id(sent)] = address;
            if (address.EndsWith(ForNoNetwork, StringComparison.Ordinal))
                wire._laidBy[Id(sent)] = address;
            // The answer to a form that was sent, which only says where to go on.
            if (sent.Value.TryGetProperty("redirectResponse", out var before))
                wire.Weigh(sent, before);
        };
        session.Event("Network.requestServedFromCache").OnEvent += (_, kept) => wire._kept[Id(kept)] = true;
        session.Event("Network.responseReceived").OnEvent += (_, received) =>
        {
            if (received!.Value.GetProperty("response").GetProperty("fromDiskCache").GetBoolean())
                wire._kept[Id(received)] = true;
        };
        session.Event("Network.loadingFinished").OnEvent += (_, done) =>
            wire.Weigh(done, done!.Value);
        await session.SendAsync("Network.enable");
        return wire;
    }

    public void StartAgain()
    {
        _asked.Clear();
        _kept.Clear();
        foreach (var id in _bytes.Keys.Where(id => !_laidBy.ContainsKey(id)))
            _bytes.TryRemove(id, out _);
    }

    private void Weigh(JsonElement? message, JsonElement part)
    {
        var bytes = (long)part.GetProperty("encodedDataLength").GetDouble();
        _bytes.AddOrUpdate(Id(message), bytes, (_, before) => before + bytes);
    }

    private static string Id(JsonElement? message) => message!.Value.GetProperty("requestId").GetString()!;
}
