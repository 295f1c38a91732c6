using System.CommandLine;
using Participatie.Surveys.Storage;
using Participatie.Web.Counting;

namespace Participatie.Web.Commands;

/// <summary><c>worker</c>: counts, without the site, until it is stopped.</summary>
public static class WorkerCommand
{
    public static Command Of(string[] args)
    {
        var command = new Command("worker", "Count responses without serving pages; the site then runs with --Participatie:Worker=false.");
        command.SetAction((_, cancellationToken) => CommandLine.WithRoomsAsync(args, RunAsync, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider rooms, CancellationToken cancellationToken)
    {
        if (rooms.GetRequiredService<Database>().IsSqlite)
        {
            throw new InvalidOperationException(
                "A separate worker needs PostgreSQL: the embedded database has one writer, inside the site.");
        }

        // What the queue needs beside it.
        IHostedService[] all = [.. rooms.GetServices<IHostedService>()];
        foreach (var service in all)
        {
            await service.StartAsync(cancellationToken);
        }

        using var housekeeping = new Housekeeping(
            StepsOf(rooms),
            ActivatorUtilities.CreateInstance<RunHousekeepingStep>(rooms, ActivatorUtilities.CreateInstance<HousekeepingState>(rooms)),
            rooms.GetRequiredService<TimeProvider>());
        await housekeeping.StartAsync(cancellationToken);
        using var worker = ActivatorUtilities.CreateInstance<CountingWorker>(rooms);
        await worker.StartAsync(cancellationToken);
        Console.WriteLine("counting");
        try
        {
            await worker.ExecuteTask!.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Asked to stop: the batch under way is finished first.
            await worker.StopAsync(CancellationToken.None);
            await housekeeping.StopAsync(CancellationToken.None);
            foreach (var service in all)
            {
                await service.StopAsync(CancellationToken.None);
            }
        }

        return 0;
    }

    /// <summary>What a process that only counts does for itself: the sites do everything else.</summary>
    internal static IReadOnlyList<HousekeepingStep> StepsOf(IServiceProvider rooms)
    {
        var clock = rooms.GetRequiredService<FollowDatabaseClock>();
        return
        [
            new HousekeepingStep("clock", CountingSetup.EachMinute, () => [new HousekeepingPart(null, clock.RunAsync)])
            {
                IsOfEachProcess = true,
            },
        ];
    }
}
