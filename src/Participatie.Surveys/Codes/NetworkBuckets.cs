using System.Net;

namespace Participatie.Surveys.Codes;

/// <summary>How much one network may do at once, and how long it takes until it may do one more.</summary>
public sealed record BucketSize(int Most, TimeSpan Refill);

/// <summary>
/// Counts what costs something, by visitor (an IPv4 address, an IPv6 /64) and by who hands those out (a /48, of which one subscriber may
/// have 65,536 times a /64), in the memory of this process.
/// </summary>
public sealed class NetworkBuckets(TimeProvider clock, BucketSize visitor, BucketSize site) : INetworkBuckets, IDisposable
{
    private readonly RememberedNetworks<Bucket> _visitors = new(clock);
    private readonly RememberedNetworks<Bucket> _sites = new(clock);

    /// <summary>Networks that are remembered now.</summary>
    public int Count => _visitors.Count + _sites.Count;

    /// <param name="address">As <see cref="NetworkAddress.VisitorOf"/> gives it.</param>
    /// <param name="price">How much of the bucket it takes.</param>
    /// <returns>Zero when it was taken; otherwise nothing was, and in so long it can be.</returns>
    public TimeSpan Take(IPAddress address, int price)
    {
        // The wider network first: one that is used up brings in no new visitors to remember.
        if (NetworkAddress.SiteOf(address) is not { } wide)
            return _visitors.With(address, (bucket, now) => bucket.Take(visitor, price, now));
        var wait = _sites.With(wide, (bucket, now) => bucket.Take(site, price, now));
        if (wait > TimeSpan.Zero)
            return wait;
        wait = _visitors.With(address, (bucket, now) => bucket.Take(visitor, price, now));
        if (wait > TimeSpan.Zero)
            _sites.With(wide, (bucket, _) => bucket.GiveBack(site, price));
        return wait;
    }

    public ValueTask<TimeSpan> TakeAsync(IPAddress address, int price, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Take(address, price));

    public ValueTask GiveBackAsync(IPAddress address, int price, CancellationToken cancellationToken)
    {
        GiveBack(address, price);
        return ValueTask.CompletedTask;
    }

    public void GiveBack(IPAddress address, int price)
    {
        _visitors.With(address, (bucket, _) => bucket.GiveBack(visitor, price));
        if (NetworkAddress.SiteOf(address) is { } wide)
            _sites.With(wide, (bucket, _) => bucket.GiveBack(site, price));
    }

    public void ForgetOld()
    {
        _visitors.ForgetOld();
        _sites.ForgetOld();
    }

    public void Dispose()
    {
        _visitors.Dispose();
        _sites.Dispose();
    }

    private sealed class Bucket
    {
        private double _taken;
        private DateTimeOffset _at;

        public TimeSpan Take(BucketSize size, int price, DateTimeOffset now)
        {
            _taken = Math.Max(0, _taken - Math.Max(0, (now - _at) / size.Refill));
            _at = now;
            var tooMuch = _taken + price - size.Most;
            if (tooMuch > 0)
                return size.Refill * tooMuch;
            _taken += price;
            return TimeSpan.Zero;
        }

        public bool GiveBack(BucketSize size, int price)
        {
            _taken = Math.Clamp(_taken - price, 0, size.Most);
            return true;
        }
    }
}
