using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;
using Participatie.Web.Hosting;

namespace Participatie.Web.Counting;

/// <summary>
/// Takes up what another process published, opened or closed at the moment of its commit, on PostgreSQL. While the connection is broken the
/// step that looks every few seconds goes on.
/// </summary>
public sealed partial class HearAnnouncements(
    AnnouncementListener listener, Catalogue catalogue, TimeProvider clock, ILogger<HearAnnouncements> log) : BackgroundService
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isHeard = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await listener.ListenAsync(
                    async token =>
                    {
                        await catalogue.RefreshAsync(token);
                        isHeard = true;
                    },
                    stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A database that is away for a while must not end the listening for good.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                if (isHeard)
                {
                    // Once, not every second that it is away.
                    LogFailure(FaultPlace.Of(failure));
                }

                isHeard = false;
                await Task.Delay(TryAgain, clock, CancellationToken.None);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What other processes announce is not heard for a moment: {Failure}")]
    private partial void LogFailure(string failure);
}
