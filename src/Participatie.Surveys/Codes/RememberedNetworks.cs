using System.Net;

namespace Participatie.Surveys.Codes;

/// <summary>
/// A little that is remembered of each network that does something, in memory only. It is bounded: when there are <see cref="Most"/>, all
/// that come new share one place, so that nobody pushes anybody out. And it ends: what did nothing for a quarter of an hour is gone by
/// itself.
/// </summary>
internal sealed class RememberedNetworks<T> : IDisposable
    where T : class, new()
{
    /// <summary>Some 5 MB.</summary>
    public const int Most = 50_000;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    /// <summary>With the wait for the next look a quarter of an hour.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(14);

    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private readonly Dictionary<IPAddress, (T Value, DateTimeOffset Last)> _known = [];

    public RememberedNetworks(TimeProvider clock)
    {
        _clock = clock;
        _timer = clock.CreateTimer(_ => ForgetOld(), state: null, LookEvery, LookEvery);
    }

    public int Count
    {
        get
        {
            lock (_gate)
                return _known.Count;
        }
    }

    /// <summary>Looks at what is remembered of a network and changes it, one at a time.</summary>
    public TResult With<TResult>(IPAddress network, Func<T, DateTimeOffset, TResult> change)
    {
        var now = _clock.GetUtcNow();
        lock (_gate)
        {
            var place = _known.Count < Most || _known.ContainsKey(network) ? network : IPAddress.None;
            var value = _known.TryGetValue(place, out var known) && now - known.Last <= Remembered ? known.Value : new T();
            _known[place] = (value, now);
            return change(value, now);
        }
    }

    public void ForgetOld()
    {
        var before = _clock.GetUtcNow() - Remembered;
        lock (_gate)
        {
            // Removing while going through is allowed.
            foreach (var (network, (_, last)) in _known)
            {
                if (last < before)
                    _known.Remove(network);
            }
        }
    }

    public void Dispose() => _timer.Dispose();
}
