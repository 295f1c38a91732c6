using System.Globalization;
using Participatie.Surveys.Definition;
using Participatie.Web.Hosting;

namespace Participatie.Web.ReadingAloud;

/// <summary>
/// Looks for versions without recordings, beside the pages: at the start, when one is published or something happens to it, and now and then.
/// </summary>
public sealed partial class RecordingWorker(
    Catalogue catalogue, Recordings recordings, MakeRecordings make, TimeProvider clock, ILogger<RecordingWorker> log) : BackgroundService
{
    /// <summary>The first visitors of a new process come first.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);

    /// <summary>For what failed, and for files that somebody removed.</summary>
    private static readonly TimeSpan TryAgain = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var seen = "";
        var edition = 0L;
        var madeAt = DateTimeOffset.MinValue;
        try
        {
            while (true)
            {
                await Task.Delay(Look, clock, stoppingToken);
                var versions = string.Join(
                    ' ',
                    catalogue.All.Select(
                        version => string.Create(CultureInfo.InvariantCulture, $"{version.ConsultationId}:{version.Number}:{catalogue.LifeOf(version).LastNumber}")));
                var kept = await PlaceEditionAsync(edition, stoppingToken);
                if (versions == seen && kept == edition && !make.IsWaiting && clock.GetUtcNow() - madeAt < TryAgain)
                {
                    continue;
                }

                (seen, madeAt) = (versions, clock.GetUtcNow());
                await MakeAsync(stoppingToken);
                edition = await PlaceEditionAsync(kept, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Asked to stop; what is under way was given up with its programs.
        }
    }

    /// <returns>As before when nobody can say it now.</returns>
    private async Task<long> PlaceEditionAsync(long before, CancellationToken stoppingToken)
    {
        try
        {
            return await recordings.PlaceEditionAsync(stoppingToken);
        }
        catch (System.Data.Common.DbException)
        {
            return before;
        }
    }

    private async Task MakeAsync(CancellationToken stoppingToken)
    {
        try
        {
            await make.RunAsync(stoppingToken);
        }
#pragma warning disable CA1031 // Audio is a comfort: nothing that goes wrong with it may end the process.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFailure(FaultPlace.Of(failure));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Recording stopped: {Failure}")]
    private partial void LogFailure(string failure);
}
