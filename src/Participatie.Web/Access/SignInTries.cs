using System.Net;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Access;

/// <summary>
/// Slows down who tries to sign in: after a few wrong tries one waits, longer each time and never more than five minutes. It counts what
/// was typed, so nobody learns which accounts exist. One network slows only itself; who is slowed down from everywhere waits five minutes
/// at most.
/// </summary>
internal sealed class SignInTries(GroupedWriter writer, AccessKey key, GuessingBuckets buckets, TimeProvider clock)
{
    private const int FreeFromNetwork = 5;
    private const int FreeFromEverywhere = 30;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    /// <summary>An office of sixty behind one address signs in without noticing: what succeeds is given back.</summary>
    private static readonly BucketSize ForVisitor = new(20, TimeSpan.FromSeconds(30));

    private static readonly BucketSize ForSite = new(200, TimeSpan.FromSeconds(3));

    private readonly INetworkBuckets _networks = buckets.Of("sign-in", ForVisitor, ForSite);

    /// <summary>Counts a try as wrong before it is looked at, so that many at once are not more than many after each other.</summary>
    /// <param name="name">The mail address, or what else says who it is about.</param>
    /// <param name="visitor">As <see cref="NetworkAddress.VisitorOf"/> gives it.</param>
    /// <param name="cancellationToken">The visitor left.</param>
    /// <returns>Zero when it may be looked at; otherwise so long it has to wait.</returns>
    public async Task<TimeSpan> TakeAsync(string name, IPAddress visitor, CancellationToken cancellationToken)
    {
        var wait = await _networks.TakeAsync(visitor, price: 1, cancellationToken);
        if (wait > TimeSpan.Zero)
            return wait;
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var until = await writer.WriteAsync(
            async scope =>
            {
                await scope.ExecuteAsync("DELETE FROM sign_in_tries WHERE at < @old", ("@old", now - (long)Remembered.TotalMilliseconds));
                foreach (var (who, _) in Counted(name, visitor))
                {
                    var waits = (long?)await scope.ScalarAsync("SELECT waits_until FROM sign_in_tries WHERE who = @who", ("@who", who));
                    if (waits > now)
                        return waits.Value;
                }

                foreach (var (who, free) in Counted(name, visitor))
                    await CountAsync(scope, who, free, now);
                return now;
            },
            cancellationToken);
        return TimeSpan.FromMilliseconds(until - now);
    }

    /// <summary>It was right after all.</summary>
    public async Task ForgetAsync(string name, IPAddress visitor, CancellationToken cancellationToken)
    {
        await _networks.GiveBackAsync(visitor, price: 1, cancellationToken);
        await writer.WriteAsync(
            async scope =>
            {
                var (network, everywhere) = (Counted(name, visitor)[0].Who, Counted(name, visitor)[1].Who);
                await scope.ExecuteAsync("DELETE FROM sign_in_tries WHERE who = @who", ("@who", network));
                await scope.ExecuteAsync(
                    "UPDATE sign_in_tries SET wrong = wrong - 1, waits_until = 0 WHERE who = @who", ("@who", everywhere));
            },
            cancellationToken);
    }

    private (byte[] Who, int Free)[] Counted(string name, IPAddress visitor) =>
    [
        (key.HashOfTry($"{visitor} {name}"), FreeFromNetwork),
        (key.HashOfTry(name), FreeFromEverywhere),
    ];

    private static async ValueTask CountAsync(WriteScope scope, byte[] who, int free, long now)
    {
        var wrong = await scope.ScalarAsync("SELECT wrong FROM sign_in_tries WHERE who = @who", ("@who", who)) is { } before
            ? Convert.ToInt32(before, System.Globalization.CultureInfo.InvariantCulture) + 1
            : 1;
        var over = wrong - free;
        var wait = over < 0 ? TimeSpan.Zero : TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << Math.Min(over, 10)));
        await scope.ExecuteAsync(
            """
            INSERT INTO sign_in_tries (who, wrong, waits_until, at) VALUES (@who, @wrong, @until, @now)
            ON CONFLICT (who) DO UPDATE SET wrong = excluded.wrong, waits_until = excluded.waits_until, at = excluded.at
            """,
            ("@who", who), ("@wrong", wrong), ("@until", now + (long)wait.TotalMilliseconds), ("@now", now));
    }
}
