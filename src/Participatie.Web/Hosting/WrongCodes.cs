using System.Collections.Concurrent;
using System.Net;

namespace Participatie.Web.Hosting;

/// <summary>
/// Slows down who types wrong codes: each answer to a wrong one takes a little longer, never more than a few seconds, and a right one is
/// answered at once. Nobody is locked out. Beside it, <see cref="RateLimits.CodeEntry"/> bounds how many can be tried at all.
/// </summary>
public sealed class WrongCodes(TimeProvider clock)
{
    // Somebody who reads a code from paper may err a few times without noticing anything.
    private const int Free = 5;
    private const int MostAddresses = 10_000;
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(15);

    // In memory only and for a quarter of an hour: an address is never written down.
    private readonly ConcurrentDictionary<IPAddress, (int Count, DateTimeOffset Last)> _tries = new();

    public async Task WaitAsync(HttpContext context) => await Task.Delay(CountAndSay(VisitorAddress.Of(context)), context.RequestAborted);

    /// <returns>How long the answer to this wrong code waits.</returns>
    public TimeSpan CountAndSay(IPAddress address)
    {
        var now = clock.GetUtcNow();
        if (_tries.Count > MostAddresses)
        {
            foreach (var (old, _) in _tries.Where(tries => now - tries.Value.Last > Remembered))
            {
                _tries.TryRemove(old, out _);
            }
        }

        var (count, _) = _tries.AddOrUpdate(address, (1, now), (_, before) => (now - before.Last > Remembered ? 1 : before.Count + 1, now));
        var wait = Step * Math.Max(0, count - Free);
        return wait < Longest ? wait : Longest;
    }
}
