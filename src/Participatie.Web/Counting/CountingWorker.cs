using Participatie.Surveys.Analysis;
using Participatie.Surveys.Intake.Queue;
using Participatie.Web.Hosting;

namespace Participatie.Web.Counting;

/// <summary>Counts what is handed in, for as long as the process runs.</summary>
public sealed partial class CountingWorker(
    CountResponses count, IResponseQueue queue, TimeProvider clock, ILogger<CountingWorker> log) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await count.CountBatchAsync(stoppingToken) == 0)
                {
                    await queue.WaitAsync(stoppingToken);
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
                await Task.Delay(AfterFailure, clock, CancellationToken.None);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Counting stopped for a moment: {Failure}")]
    private partial void LogFailure(string failure);
}
