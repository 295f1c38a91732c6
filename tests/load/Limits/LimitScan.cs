using Participatie.Load.Serving;
using Participatie.Surveys.Codes;

namespace Participatie.Load.Limits;

/// <summary>
/// A command that reads all responses against the raw copy of their table: both as programs, from start to end. The clock decides; the
/// processor time beside it says as much on a machine that does other things as well.
/// </summary>
internal static class LimitScan
{
    /// <param name="program">The published site.</param>
    /// <param name="settings">Of the filled database.</param>
    /// <param name="command">The command and its arguments; it may write beside the given file.</param>
    /// <param name="most">The most times the raw copy's time.</param>
    /// <param name="mostMemory">In megabytes; null: as much as it likes.</param>
    /// <param name="runs">Of each.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<int> RunAsync(
        string program,
        string[] settings,
        Func<string, IEnumerable<string>> command,
        double most,
        long? mostMemory,
        int runs,
        CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        var bare = new List<Measured>();
        var real = new List<Measured>();
        var peak = 0L;
        // The first turn fills the system's cache, brings the tables up to date and does not count.
        for (var run = 0; run <= runs; run++)
        {
            var copied = await Measured.RunAsync(
                typeof(LimitScan).Assembly.Location,
                ["floor", "scan", "--file", folder.File("copy"), .. Options(settings)],
                cancellationToken);
            var done = await Measured.RunAsync(program, [.. command(folder.File("out")), .. settings], cancellationToken);
            if (copied.ExitCode != 0 || done.ExitCode != 0)
            {
                throw new InvalidOperationException($"Ended with {copied.ExitCode} and {done.ExitCode}: {done.Output}");
            }

            Console.WriteLine(
                $"{(run == 0 ? "warm-up" : $"run {run}"),-8} raw copy {copied.Seconds,6:F2} s, {copied.Processor,6:F2} of a processor   "
                    + $"command {done.Seconds,6:F2} s, {done.Processor,6:F2}, {done.PeakMemory >> 20} MB");
            bare.Add(copied);
            real.Add(done);
            peak = run == 0 ? 0 : Math.Max(peak, done.PeakMemory >> 20);
        }

        var times = Ratio("time", run => run.Seconds);
        Ratio("processor time", run => run.Processor);
        Console.WriteLine($"memory: {peak} MB at most{(mostMemory is null ? "" : $" (under {mostMemory})")}");
        return times <= most && peak < (mostMemory ?? long.MaxValue) ? 0 : 1;

        double Ratio(string name, Func<Measured, double> of)
        {
            var (bareMedian, realMedian) = (Median.Of(bare.Skip(1).Select(of)), Median.Of(real.Skip(1).Select(of)));
            Console.WriteLine($"{name}: {realMedian:F2} / raw copy {bareMedian:F2} s = {realMedian / bareMedian:F2} (at most {most:F2})");
            return realMedian / bareMedian;
        }
    }

    /// <summary>The site's settings in the words of this program.</summary>
    private static IEnumerable<string> Options(string[] settings) => settings.Select(setting => setting
        .Replace("--Participatie:Data=", "--data=", StringComparison.Ordinal)
        .Replace("--ConnectionStrings:Participatie=", "--connection=", StringComparison.Ordinal)
        .Replace("--Participatie:CodeKey=", "--code-key=", StringComparison.Ordinal));
}
