using Participatie.Load.Clustering;

namespace Participatie.Load.Limits;

/// <summary>What a second web process and a second worker bring.</summary>
internal static class LimitCluster
{
    private const double Least = 1.7;

    public static async Task<int> RunAsync(ClusterSpeed speed, int runs, int messages, CancellationToken cancellationToken)
    {
        var queues = Enum.GetValues<QueueKind>();
        var speeds = new List<Speed>();
        foreach (var queue in queues)
        {
            speeds.Add(await speed.RunAsync(queue, runs, messages, cancellationToken));
        }

        Console.WriteLine(
            $"{"queue",-10}{"1+1 walks/s",13}{"2+2 walks/s",13}{"times",8}{"counted p50 ms",16}{"p99 ms",9}{"messages/s",12}");
        foreach (var (queue, found) in queues.Zip(speeds))
        {
            Console.WriteLine(
                $"{queue,-10}{found.WalksOfOne,13:F1}{found.WalksOfTwo,13:F1}{found.Times,8:F2}{found.CountedP50,16:F0}"
                    + $"{found.CountedP99,9:F0}{found.Messages,12:F0}");
        }

        var least = speeds.Min(found => found.Times);
        Console.WriteLine($"two and two: {least:F2} times the walks of one and one (at least {Least:F1})");
        return least >= Least ? 0 : 1;
    }
}
