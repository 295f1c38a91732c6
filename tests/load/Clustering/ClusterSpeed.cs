using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Participatie.Load.Crashing;
using Participatie.Load.Filling;
using Participatie.Load.Limits;
using Participatie.Load.Walking;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Web.Commands;

namespace Participatie.Load.Clustering;

/// <param name="WalksOfOne">Walks a second of one web process and one worker.</param>
/// <param name="WalksOfTwo">Of two and two.</param>
/// <param name="CountedP50">Milliseconds from the thanks until the response is counted, of half of them.</param>
/// <param name="CountedP99">Of all but one in a hundred.</param>
/// <param name="Messages">How many of many waiting responses two workers count a second.</param>
internal sealed record Speed(double WalksOfOne, double WalksOfTwo, double CountedP50, double CountedP99, double Messages)
{
    public double Times => WalksOfTwo / WalksOfOne;
}

/// <summary>
/// One web process and one worker against two of each, every process with the same small share of a processor; PostgreSQL, the proxy and
/// the residents have what they need of the rest.
/// </summary>
/// <param name="program">The published Participatie.Web.dll.</param>
/// <param name="slug">Of the consultation.</param>
/// <param name="share">Of one processor, for each process.</param>
/// <param name="residents">How many at a time.</param>
/// <param name="duration">Of one measurement.</param>
internal sealed class ClusterSpeed(string program, string slug, double share, int residents, TimeSpan duration)
{
    /// <summary>So that what is measured is compiled: with its small share a process would be busy with that for minutes.</summary>
    private const int WarmUpWalks = 1500;

    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(3);

    public async Task<Speed> RunAsync(QueueKind queue, int runs, int messages, CancellationToken cancellationToken)
    {
        // What is compiled is not compiled again while it is measured.
        Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
        await using var installation = await Installation.StartAsync(program, queue, cancellationToken);
        var (one, two) = (new List<double>(), new List<double>());
        var counted = new List<double>();
        for (var run = 1; run <= runs; run++)
        {
            // In turn: whatever else the machine does hinders both.
            one.Add(await WalksAsync(installation, processes: 1, [], cancellationToken));
            two.Add(await WalksAsync(installation, processes: 2, counted, cancellationToken));
            Console.WriteLine($"{queue} run {run}: one and one {one[^1]:F1} walks/s, two and two {two[^1]:F1} walks/s");
        }

        counted.Sort();
        return new Speed(
            Median.Of(one), Median.Of(two), Timings.At(counted, 0.5), Timings.At(counted, 0.99),
            await MessagesAsync(installation, messages, cancellationToken));
    }

    private async Task<double> WalksAsync(
        Installation installation, int processes, List<double> counted, CancellationToken cancellationToken)
    {
        using var shares = new ProcessorShares(share);
        await using var instances = await StartAsync(installation, processes, shares, cancellationToken);
        var watch = new CountedWatch(installation.Connection, installation.CodeKey);
        var crowd = new EndlessCrowd(installation.Proxy.Url, slug) { Thanked = watch.Thanked };
        var walking = crowd.WalkAsync(residents, cancellationToken);
        var counting = watch.RunAsync(walking, cancellationToken);
        await Task.Delay(Settle, cancellationToken);
        var (before, start) = (crowd.Timings.Count, Stopwatch.GetTimestamp());
        await Task.Delay(duration, cancellationToken);
        var pages = (crowd.Timings.Count - before) / Timings.Since(start).TotalSeconds;
        crowd.Stop();
        await walking;
        counted.AddRange(await counting);
        // Counted by their pages: residents who began together end together, and so few walks would come in waves.
        return crowd.Timings.Errors == 0
            ? pages * crowd.Receipts.Count / crowd.Timings.Count
            : throw new InvalidOperationException($"{crowd.Timings.Errors} walks failed.");
    }

    /// <summary>The workers stand still until all of them wait.</summary>
    private async Task<double> MessagesAsync(Installation installation, int messages, CancellationToken cancellationToken)
    {
        using var shares = new ProcessorShares(share);
        await using var instances = await StartAsync(installation, processes: 2, shares, cancellationToken);
        foreach (var worker in instances.Workers)
        {
            await worker.SignalAsync("STOP");
        }

        await CommandLine.WithRoomsAsync(
            installation.Settings,
            async (rooms, stop) =>
            {
                var catalogue = rooms.GetRequiredService<Catalogue>();
                await catalogue.RefreshAsync(stop);
                await Burst.HandInAsync(rooms, catalogue.Latest(slug)!, messages, seed: 1, stop);
                return 0;
            },
            cancellationToken,
            prepare: false);
        var waiting = await WaitingAsync(installation, cancellationToken);
        var start = Stopwatch.GetTimestamp();
        foreach (var worker in instances.Workers)
        {
            await worker.SignalAsync("CONT");
        }

        while (await WaitingAsync(installation, cancellationToken) > 0)
        {
            await Task.Delay(20, cancellationToken);
        }

        return waiting / Timings.Since(start).TotalSeconds;
    }

    private async Task<Instances> StartAsync(
        Installation installation, int processes, ProcessorShares shares, CancellationToken cancellationToken)
    {
        var instances = await installation.StartAsync(processes, processes, cancellationToken);
        await new Crowd(installation.Proxy.Url, slug, TimeSpan.Zero, []).WalkAsync(residents, WarmUpWalks * processes, cancellationToken);
        foreach (var process in instances.ProcessIds)
        {
            shares.Give(process);
        }

        return instances;
    }

    private static async Task<long> WaitingAsync(Installation installation, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(installation.Connection);
        await connection.OpenAsync(cancellationToken);
        await using var count = new NpgsqlCommand("SELECT count(*) FROM responses WHERE state = $1", connection);
        count.Parameters.Add(new NpgsqlParameter<short> { TypedValue = (short)ResponseState.Queued });
        return (long)(await count.ExecuteScalarAsync(cancellationToken))!;
    }
}
