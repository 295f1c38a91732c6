using Participatie.Load.Serving;
using Participatie.Load.Walking;

namespace Participatie.Load.Limits;

/// <summary>
/// The verb that makes a summary, as a program from start to end: an upper bound of what the desk takes, where the program runs already.
/// </summary>
internal static class LimitSummary
{
    public static async Task<int> RunAsync(
        string program, string[] settings, string slug, TimeSpan most, int runs, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        var seconds = new List<double>();
        // The first turn brings tables up to date and does not count.
        for (var run = 0; run <= runs; run++)
        {
            var done = await Measured.RunAsync(
                program, ["summary", slug, "--format", "docx", "--out", folder.File($"{run}.docx"), .. settings], cancellationToken);
            if (done.ExitCode != 0)
                throw new InvalidOperationException($"Ended with {done.ExitCode}: {done.Output}");
            Console.WriteLine($"{(run == 0 ? "warm-up" : $"run {run}"),-8} {done.Seconds,6:F2} s, {done.PeakMemory >> 20} MB");
            seconds.Add(done.Seconds);
        }

        var median = Median.Of(seconds.Skip(1));
        Console.WriteLine($"summary: {median:F2} s (at most {most.TotalSeconds:F2})");
        return median <= most.TotalSeconds ? 0 : 1;
    }
}
