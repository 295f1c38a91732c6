using Participatie.Surveys.Analysis.Following;

namespace Participatie.Web.Counting;

/// <summary>Writes down what was counted since the last minute when the program stops. The pages have stopped by then.</summary>
public sealed class StoreProgressAtStop(StoreProgress store) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => store.RunAsync(cancellationToken);
}
