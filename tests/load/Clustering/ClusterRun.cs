using System.Security.Cryptography;
using Participatie.Load.Crashing;
using Participatie.Load.Walking;

namespace Participatie.Load.Clustering;

/// <summary>
/// Residents walk on while something of the cluster is struck again and again, at a random moment after somebody sent answers. Before the
/// next blow what was struck is back and every walk that it may have met has ended: so nobody meets two, and whoever has to try twice more
/// than once found a fault of ours.
/// </summary>
internal sealed class ClusterRun(string program, string slug, QueueKind queue)
{
    /// <summary>A hand-in takes some milliseconds of it; the others fall anywhere in a walk.</summary>
    private const int MostMilliseconds = 400;

    /// <summary>Somebody reads what went wrong, and presses the button again.</summary>
    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(5);

    public async Task<bool> RunAsync(int kills, int residents, CancellationToken cancellationToken)
    {
        await using var installation = await Installation.StartAsync(program, queue, cancellationToken);
        await using var instances = await installation.StartAsync(webs: 2, workers: 2, cancellationToken);
        var disturbances = new Disturbances(installation, instances);
        var before = await Left.InAsync(installation.Settings, slug, cancellationToken);
        var load = new EndlessCrowd(installation.Proxy.Url, slug) { TriesAgainAfter = Reading, TriesAgainAfterFaults = true };
        var walking = load.WalkAsync(residents, cancellationToken);
        for (var kill = 1; kill <= kills; kill++)
        {
            // Everybody walks again, and one of them is just sending.
            await Task.WhenAny(load.NextHandInAsync(), walking);
            var delay = TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(MostMilliseconds));
            CrashRun.Wait(kill % 2 == 0 ? delay : delay / 10);
            var (thanked, underWay, disturbance) = (load.Receipts.Count, load.InFlight, disturbances.Next());
            var back = disturbance.RunAsync(cancellationToken);
            Console.WriteLine($"{kill,3}: {disturbance.Name}; {underWay} hand-ins under way, {thanked} thanked");
            await back;
            await Task.WhenAny(load.WalksUnderWayAsync(), walking);
        }

        load.Stop();
        await walking;
        load.Timings.Print();
        var uncounted = await ReceiptCheck.InDatabaseAsync(installation.Settings, load.Receipts, cancellationToken);
        var holds = await Verdict.OfAsync(program, installation.Settings, slug, load, before.Responses, uncounted, cancellationToken);
        Console.WriteLine($"requests answered by each web process: {string.Join(", ", installation.Proxy.Served)}");
        return Tell(load) && holds && load.Timings.Errors == 0;
    }

    private static bool Tell(EndlessCrowd load)
    {
        foreach (var what in load.Retries.SelectMany(retries => retries).CountBy(what => what).OrderByDescending(pair => pair.Value))
        {
            Console.WriteLine($"tried again: {what.Value} × {what.Key}");
        }

        var twice = load.Retries.Where(retries => retries.Count > 1).ToList();
        foreach (var retries in twice)
        {
            Console.WriteLine($"more than once: {string.Join("; ", retries)}");
        }

        Console.WriteLine($"{load.Retries.Count} residents had to try something again, {twice.Count} of them more than once");
        return twice.Count == 0;
    }
}
