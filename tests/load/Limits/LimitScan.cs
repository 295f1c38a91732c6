using Participatie.Load.Serving;
using Participatie.Surveys.Codes;

namespace Participatie.Load.Limits;

/// <summary>A command that reads all responses against the raw copy of their table: both as programs, from start to end.</summary>
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
        var bare = new List<double>();
        var real = new List<double>();
        var peak = 0L;
        // The first turn fills the system's cache and does not count.
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
                $"{(run == 0 ? "warm-up" : $"run {run}"),-8} raw copy {copied.Seconds,6:F2} s   command {done.Seconds,6:F2} s, "
                    + $"{done.PeakMemory >> 20} MB");
            bare.Add(copied.Seconds);
            real.Add(done.Seconds);
            peak = Math.Max(peak, done.PeakMemory >> 20);
        }

        var (bareMedian, realMedian) = (Median.Of(bare.Skip(1)), Median.Of(real.Skip(1)));
        Console.WriteLine($"time: {realMedian:F2} / raw copy {bareMedian:F2} s = {realMedian / bareMedian:F2} (at most {most:F2})");
        Console.WriteLine($"memory: {peak} MB at most{(mostMemory is null ? "" : $" (under {mostMemory})")}");
        return realMedian / bareMedian <= most && peak < (mostMemory ?? long.MaxValue) ? 0 : 1;
    }

    /// <summary>The site's settings in the words of this program.</summary>
    private static IEnumerable<string> Options(string[] settings) => settings.Select(setting => setting
        .Replace("--Participatie:Data=", "--data=", StringComparison.Ordinal)
        .Replace("--ConnectionStrings:Participatie=", "--connection=", StringComparison.Ordinal)
        .Replace("--Participatie:CodeKey=", "--code-key=", StringComparison.Ordinal));
}
