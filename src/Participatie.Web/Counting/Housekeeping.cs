using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;

namespace Participatie.Web.Counting;

/// <summary>What has to happen by itself: other instances' publications, new results, old drafts, promised deletions.</summary>
public sealed partial class Housekeeping(
    Catalogue catalogue, PublishResults results, Drafts drafts, DeleteExpiredResponses expired, TimeProvider clock, ILogger<Housekeeping> log) : BackgroundService
{
    /// <summary>How long an instance may miss what another one published.</summary>
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan CleanUp = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var cleanedAt = DateTimeOffset.MinValue;
        using var timer = new PeriodicTimer(Refresh, clock);
        do
        {
            try
            {
                await catalogue.RefreshAsync(stoppingToken);
                await results.PublishAsync(stoppingToken);
                if (clock.GetUtcNow() - cleanedAt >= CleanUp)
                {
                    await drafts.DeleteExpiredAsync(stoppingToken);
                    await expired.DeleteAsync(stoppingToken);
                    cleanedAt = clock.GetUtcNow();
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The next round tries again.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                LogFailure(failure.GetType().Name);
            }
        }
        while (await WaitAsync(timer, stoppingToken));
    }

    private static async ValueTask<bool> WaitAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Housekeeping failed: {Failure}")]
    private partial void LogFailure(string failure);
}
