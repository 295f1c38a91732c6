using System.Net;
using System.Text;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Codes;

/// <summary>
/// Buckets that all machines on one PostgreSQL share: a row for each network, under a keyed hash of its address and for a quarter of an
/// hour (<see cref="ForgetTries"/>). One statement fills and takes, so that of two at one moment each takes its own.
/// </summary>
internal sealed class SharedNetworkBuckets(
    GroupedWriter writer, CodeKeys keys, TimeProvider clock, string purpose, BucketSize visitor, BucketSize site) : INetworkBuckets
{
    private const string Left = "GREATEST(0, network_tries.taken - GREATEST(0, excluded.at - network_tries.at) / @refill)";

    public async ValueTask<TimeSpan> TakeAsync(IPAddress address, int price, CancellationToken cancellationToken) =>
        await writer.WriteAsync(
            async scope =>
            {
                // The wider network first: one that is used up brings in no new visitors to remember.
                var wide = NetworkAddress.SiteOf(address);
                var wait = wide is null ? TimeSpan.Zero : await TakeAsync(scope, HashOf("site", wide), site, price);
                if (wait > TimeSpan.Zero)
                {
                    return wait;
                }

                wait = await TakeAsync(scope, HashOf("visitor", address), visitor, price);
                if (wait > TimeSpan.Zero && wide is not null)
                {
                    await GiveBackAsync(scope, HashOf("site", wide), price);
                }

                return wait;
            },
            cancellationToken);

    public async ValueTask GiveBackAsync(IPAddress address, int price, CancellationToken cancellationToken) => await writer.WriteAsync(
        async scope =>
        {
            if (NetworkAddress.SiteOf(address) is { } wide)
            {
                await GiveBackAsync(scope, HashOf("site", wide), price);
            }

            await GiveBackAsync(scope, HashOf("visitor", address), price);
        },
        cancellationToken);

    private async ValueTask<TimeSpan> TakeAsync(WriteScope scope, byte[] who, BucketSize size, int price)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var taken = await scope.ExecuteAsync(
            $"""
            INSERT INTO network_tries (who, taken, at) VALUES (@who, @price, @now)
            ON CONFLICT (who) DO UPDATE SET taken = {Left} + excluded.taken, at = GREATEST(network_tries.at, excluded.at)
            WHERE {Left} + excluded.taken <= @most
            """,
            ("@who", who),
            ("@price", (double)price),
            ("@now", now),
            ("@refill", size.Refill.TotalMilliseconds),
            ("@most", (double)size.Most));
        if (taken == 1)
        {
            return TimeSpan.Zero;
        }

        var left = (double?)await scope.ScalarAsync(
            "SELECT GREATEST(0, taken - GREATEST(0, @now - at) / @refill) FROM network_tries WHERE who = @who",
            ("@who", who),
            ("@now", now),
            ("@refill", size.Refill.TotalMilliseconds));
        // At least a moment: somebody may have given back meanwhile, and the next try gets it.
        return TimeSpan.FromMilliseconds(Math.Max(1, ((left ?? 0) + price - size.Most) * size.Refill.TotalMilliseconds));
    }

    private static async ValueTask GiveBackAsync(WriteScope scope, byte[] who, int price) => await scope.ExecuteAsync(
        "UPDATE network_tries SET taken = GREATEST(0, taken - @price) WHERE who = @who",
        ("@price", (double)price),
        ("@who", who));

    /// <summary>With what kind of network it is: the first /64 of a /48 is written as that is.</summary>
    private byte[] HashOf(string kind, IPAddress network) =>
        keys.Newest.Keyed("network", Encoding.ASCII.GetBytes($"{purpose} {kind} {network}"));
}
