using System.Globalization;
using Participatie.Load.Serving;

namespace Participatie.Load.Limits;

/// <summary>One step of a walk against one step of the bare page, turn by turn on the same machine.</summary>
internal static class LimitStep
{
    public static async Task<int> RunAsync(
        string program, string[] settings, string slug, int residents, int runs, TimeSpan duration, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        var port = FreePort.Next();
        await using var floor = await Server.StartAsync(
            typeof(LimitStep).Assembly.Location,
            ["floor", "serve", "--port", port.ToString(CultureInfo.InvariantCulture), "--file", folder.File("floor.db")],
            port,
            "/",
            cancellationToken);
        await using var site = await Server.SiteAsync(
            program, FreePort.Next(), settings is [] ? [$"--Participatie:Data={folder.File("data")}"] : settings, cancellationToken);
        var onFloor = await Walkers.OnFloorAsync(floor.Url, residents, cancellationToken);
        var onSite = await Walkers.OnSiteAsync(site.Url, slug, residents, cancellationToken);

        var bare = new List<Outcome>();
        var real = new List<Outcome>();
        // The first turn warms up and does not count.
        for (var run = 0; run <= runs; run++)
        {
            bare.Add(await StepRun.RunAsync(floor.Url, onFloor, duration, cancellationToken));
            real.Add(await StepRun.RunAsync(site.Url, onSite, duration, cancellationToken));
            Console.WriteLine($"{(run == 0 ? "warm-up" : $"run {run}"),-8} bare {bare[^1]}\n         real {real[^1]}");
        }

        var (bareSteps, realSteps) = (
            Median.Of(bare.Skip(1).Select(run => run.PerSecond)), Median.Of(real.Skip(1).Select(run => run.PerSecond)));
        var (bareP99, realP99) = (Median.Of(bare.Skip(1).Select(run => run.P99)), Median.Of(real.Skip(1).Select(run => run.P99)));
        Console.WriteLine($"throughput: real {realSteps:F0} / bare {bareSteps:F0} steps/s = {realSteps / bareSteps:F2} (at least 0.50)");
        Console.WriteLine($"p99: real {realP99:F1} / bare {bareP99:F1} ms = {realP99 / bareP99:F2} (at most 2.00)");
        Console.WriteLine($"server memory: {site.PeakMemory >> 20} MB at most");
        return realSteps / bareSteps >= 0.5 && realP99 / bareP99 <= 2 ? 0 : 1;
    }
}
