using System.Diagnostics;
using System.Globalization;

namespace Participatie.Load.Serving;

/// <summary>What one run of a program took.</summary>
/// <param name="Seconds">From start to end, the runtime's own start included.</param>
/// <param name="Processor">Seconds of processor time, all threads together: on a busy machine it says more than the clock.</param>
/// <param name="PeakMemory">The most bytes it had resident.</param>
/// <param name="ExitCode">0: all was done.</param>
/// <param name="Output">What it said.</param>
internal sealed record Measured(double Seconds, double Processor, long PeakMemory, int ExitCode, string Output)
{
    public static async Task<Measured> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var (peak, processor) = (0L, 0.0);
        while (!process.WaitForExit(5))
        {
            peak = Math.Max(peak, Peak(process.Id));
            processor = Math.Max(processor, ProcessorOf(process.Id));
        }

        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return new Measured(seconds, processor, peak, process.ExitCode, await output);
    }

    private static double ProcessorOf(int process)
    {
        const double ticksInSecond = 100;
        const int user = 11;
        try
        {
            // Behind the name, which may have spaces.
            var fields = File.ReadAllText($"/proc/{process}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return fields.Skip(user).Take(2).Sum(ticks => long.Parse(ticks, CultureInfo.InvariantCulture)) / ticksInSecond;
        }
        catch (IOException)
        {
            // Ended meanwhile.
            return 0;
        }
    }

    private static long Peak(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status")
                .FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line["VmHWM:".Length..^"kB".Length].Trim(), CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            // Ended meanwhile.
            return 0;
        }
    }
}
