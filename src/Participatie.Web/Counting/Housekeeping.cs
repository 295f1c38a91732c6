namespace Participatie.Web.Counting;

/// <summary>
/// Repeats each step in a loop of its own, for as long as the process runs: one that fails or takes long holds up no other.
/// </summary>
public sealed class Housekeeping(IEnumerable<HousekeepingStep> steps, RunHousekeepingStep run, TimeProvider clock) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(steps.Select(step => RepeatAsync(step, stoppingToken)));

    private async Task RepeatAsync(HousekeepingStep step, CancellationToken stoppingToken)
    {
        // The embedded database answers on the thread that asks: without this the next loop would begin only when this step is done.
        await Task.Yield();
        try
        {
            using var timer = new PeriodicTimer(step.Interval, clock);
            do
            {
                await run.RunAsync(step, stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Asked to stop.
        }
    }
}
