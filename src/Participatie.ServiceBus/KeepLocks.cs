using Microsoft.Extensions.Hosting;

namespace Participatie.ServiceBus;

/// <summary>Looks after what this process holds, for as long as it runs.</summary>
public sealed class KeepLocks(HeldMessages held, BusTimes times, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var timer = new PeriodicTimer(times.LookAtLocks, clock);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await held.LookAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Asked to stop: what is held comes again when its lock expires.
        }
    }
}
