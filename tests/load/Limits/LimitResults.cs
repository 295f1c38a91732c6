using System.Diagnostics;
using Participatie.Load.Serving;
using Participatie.Load.Walking;

namespace Participatie.Load.Limits;

/// <summary>The result page of a consultation with few responses against that of one with many.</summary>
internal static class LimitResults
{
    private const int Requests = 2000;

    public static async Task<int> RunAsync(
        string program, string small, string large, string slug, int runs, CancellationToken cancellationToken)
    {
        await using var few = await Server.SiteAsync(
            program, FreePort.Next(), [$"--Participatie:Data={Path.GetFullPath(small)}"], cancellationToken);
        await using var many = await Server.SiteAsync(
            program, FreePort.Next(), [$"--Participatie:Data={Path.GetFullPath(large)}"], cancellationToken);
        var fewTimes = new List<double>();
        var manyTimes = new List<double>();
        for (var run = 0; run <= runs; run++)
        {
            fewTimes.Add(await TimeAsync(few.Url, slug, cancellationToken));
            manyTimes.Add(await TimeAsync(many.Url, slug, cancellationToken));
            Console.WriteLine($"{(run == 0 ? "warm-up" : $"run {run}"),-8} few {fewTimes[^1]:F3} ms   many {manyTimes[^1]:F3} ms");
        }

        var ratio = Median.Of(manyTimes.Skip(1)) / Median.Of(fewTimes.Skip(1));
        Console.WriteLine(
            $"result page: many {Median.Of(manyTimes.Skip(1)):F3} / few {Median.Of(fewTimes.Skip(1)):F3} ms = {ratio:F2} (at most 1.20)");
        return ratio <= 1.2 ? 0 : 1;
    }

    private static async Task<double> TimeAsync(Uri site, string slug, CancellationToken cancellationToken)
    {
        using var connection = new RawConnection();
        await connection.OpenAsync(site, cancellationToken);
        var times = new List<double>();
        for (var request = 0; request < Requests; request++)
        {
            var began = Stopwatch.GetTimestamp();
            await connection.AskAsync(
                RawConnection.Get(site, $"/raadpleging/{slug}/resultaat", "", Browser.ForwardedAddress(request)), cancellationToken);
            times.Add(Timings.Since(began).TotalMilliseconds);
            if (connection.Status != 200)
            {
                throw new InvalidOperationException($"{connection.Status} for the result page");
            }
        }

        return Median.Of(times);
    }
}
