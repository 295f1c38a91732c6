using System.Collections.Concurrent;
using System.Diagnostics;

namespace Participatie.Load.Walking;

/// <summary>How long each kind of request took.</summary>
internal sealed class Timings
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _byPage = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _errors = new(StringComparer.Ordinal);

    public int Count => _byPage.Values.Sum(times => times.Count);

    public int Errors => _errors.Values.Sum();

    public void Add(string page, TimeSpan time) => _byPage.GetOrAdd(page, _ => []).Add(time.TotalMilliseconds);

    public void Fail(string what) => _errors.AddOrUpdate(what, 1, (_, count) => count + 1);

    public void Print()
    {
        Console.WriteLine($"{"page",-30}{"requests",10}{"p50 ms",10}{"p95 ms",10}{"p99 ms",10}");
        foreach (var (page, times) in _byPage.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var sorted = times.Order().ToList();
            Console.WriteLine($"{page,-30}{sorted.Count,10}{At(sorted, 0.5),10:F1}{At(sorted, 0.95),10:F1}{At(sorted, 0.99),10:F1}");
        }

        foreach (var (error, count) in _errors.OrderByDescending(pair => pair.Value))
        {
            Console.WriteLine($"error: {count} × {error}");
        }
    }

    public static TimeSpan Since(long start) => Stopwatch.GetElapsedTime(start);

    /// <param name="sorted">Smallest first, at least one.</param>
    /// <param name="share">0.99 for p99.</param>
    public static double At(IReadOnlyList<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
