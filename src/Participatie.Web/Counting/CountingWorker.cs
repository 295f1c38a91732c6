using Participatie.Surveys.Analysis;
using Participatie.Surveys.Intake.Queue;
using Participatie.Web.Hosting;

namespace Participatie.Web.Counting;

/// <summary>Counts what is handed in, for as long as the process runs.</summary>
public sealed partial class CountingWorker(
    CountResponses count, QueueSignal signal, TimeProvider clock, ILogger<CountingWorker> log) : BackgroundService
{
    /// <summary>Other processes set no signal here; retries come due by themselves.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    /// <summary>Each batch writes every tally row: a moment's patience counts many responses for the price of one.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await count.CountBatchAsync(stoppingToken) == 0)
                {
                    await signal.WaitAsync(LookAgain, clock, stoppingToken);
                    await Task.Delay(Gather, clock, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A database that is away for a while must not end the counting for good.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                LogFailure(FaultPlace.Of(failure));
                await Task.Delay(LookAgain, clock, CancellationToken.None);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Counting stopped for a moment: {Failure}")]
    private partial void LogFailure(string failure);
}
