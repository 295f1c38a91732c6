using System.Diagnostics;
using Participatie.Load.Serving;
using Participatie.Load.Walking;

namespace Participatie.Load.Crashing;

/// <summary>
/// Residents walk on while their server is killed and started again; each retries until it is thanked. Each kill falls a little
/// longer after the sending of a hand-in than the one before, so that together they fall between write, commit, reply and count.
/// </summary>
internal sealed class CrashRun(string program, string[] settings, string slug)
{
    /// <summary>
    /// Sending, writing, answering and counting take a few milliseconds together under this load; the spread covers them several times.
    /// </summary>
    private static readonly TimeSpan Spread = TimeSpan.FromMilliseconds(40);

    private static readonly TimeSpan BetweenKills = TimeSpan.FromSeconds(2);

    private readonly int _port = FreePort.Next();

    public async Task<bool> RunAsync(int kills, int residents, CancellationToken cancellationToken)
    {
        var site = await Server.SiteAsync(program, _port, settings, cancellationToken);
        var before = await Left.InAsync(settings, slug, cancellationToken);
        var load = new EndlessCrowd(site.Url, slug);
        var walking = load.WalkAsync(residents, cancellationToken);
        for (var kill = 0; kill < kills; kill++)
        {
            await Task.WhenAny(Task.Delay(BetweenKills, cancellationToken), walking);
            await load.NextHandInAsync();
            var delay = Spread * kill / kills;
            Wait(delay);
            site.Kill();
            var left = await Left.InAsync(settings, slug, cancellationToken);
            Console.WriteLine(
                $"kill {kill + 1,2}: {delay.TotalMilliseconds,4:F0} ms after a hand-in was sent; {load.InFlight} hand-ins under way, "
                + $"{load.Receipts.Count} thanked, {left.Responses} in the database, {left.Queued} of them not counted yet");
            await site.DisposeAsync();
            site = await Server.SiteAsync(program, _port, settings, cancellationToken);
        }

        load.Stop();
        await walking;
        load.Timings.Print();
        var uncounted = await ReceiptCheck.InDatabaseAsync(settings, load.Receipts, cancellationToken);
        await site.DisposeAsync();
        return await Verdict.OfAsync(program, settings, slug, load, before.Responses, uncounted, cancellationToken);
    }

    // A timer is too coarse for a millisecond.
    internal static void Wait(TimeSpan delay)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < delay;)
        {
            Thread.SpinWait(100);
        }
    }
}
