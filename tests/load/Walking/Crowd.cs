using System.Collections.Concurrent;
using System.Diagnostics;

namespace Participatie.Load.Walking;

/// <summary>Many residents at a time, each walk with a new browser and an address of its own.</summary>
/// <param name="site">Where.</param>
/// <param name="slug">Of the consultation.</param>
/// <param name="think">Before each form is sent.</param>
/// <param name="invitations">Codes from letters, one for each walk as far as there are.</param>
internal sealed class Crowd(Uri site, string slug, TimeSpan think, IReadOnlyList<string> invitations)
{
    private int _walks;

    public Timings Timings { get; } = new();

    public ConcurrentBag<string> Receipts { get; } = [];

    public TimeSpan Took { get; private set; }

    public async Task WalkAsync(int residents, int walks, CancellationToken cancellationToken)
    {
        using var client = Browser.NewClient();
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, residents).Select(_ => ResidentAsync(client, walks, cancellationToken)));
        Took = Timings.Since(start);
    }

    public void Print()
    {
        Timings.Print();
        Console.WriteLine(
            $"{Receipts.Count} full walks in {Took.TotalSeconds:F1} s: {Receipts.Count / Took.TotalSeconds:F1} walks/s, "
                + $"{Timings.Count / Took.TotalSeconds:F0} pages/s, {Timings.Errors} errors");
    }

    private async Task ResidentAsync(HttpClient client, int walks, CancellationToken cancellationToken)
    {
        while (Interlocked.Increment(ref _walks) is var number && number <= walks)
        {
            try
            {
                var browser = new Browser(client, site, number, Timings) { Invitation = invitations.ElementAtOrDefault(number - 1) };
                Receipts.Add(await Walk.RunAsync(browser, slug, think, (_, _, _) => Task.CompletedTask, cancellationToken));
            }
            catch (Exception failure) when (
                failure is InvalidOperationException or HttpRequestException or TaskCanceledException
                    && !cancellationToken.IsCancellationRequested)
            {
                Timings.Fail($"{failure.GetType().Name}: {failure.Message}");
            }
        }
    }
}
