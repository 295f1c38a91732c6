using System.Data.Common;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Participatie.Surveys.Storage;
using Participatie.Web.Hosting;

namespace Participatie.Web.Access;

/// <summary>
/// While there is no account, the console of each start says how the first one is made. It is nowhere else: not in the log, not in the
/// database.
/// </summary>
internal sealed partial class AnnounceSetup(
    IHostApplicationLifetime lifetime,
    IServer server,
    Settings settings,
    Database database,
    AccessLinks links,
    ILogger<AnnounceSetup> log) : BackgroundService
{
    /// <returns>What the console says; null when there are accounts.</returns>
    public async Task<string?> SayAsync(CancellationToken cancellationToken)
    {
        if (await database.ReadAsync("SELECT 1 FROM accounts LIMIT 1", _ => true, cancellationToken) is not [])
            return null;
        var address = settings.PublicUrl?.ToString() ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        return $"There is no account yet. Make the first one within an hour: "
            + $"{LinkAt(address, await links.MakeSetupAsync(cancellationToken))}";
    }

    /// <param name="site">Where the site is found.</param>
    /// <param name="token">Of the link.</param>
    public static string LinkAt(string site, string token) => site.TrimEnd('/') + Addresses.Setup(token);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var starting = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        try
        {
            if (await SayAsync(stoppingToken) is { } line)
                await Console.Out.WriteLineAsync(line);
        }
        catch (DbException failure)
        {
            // The site goes on: residents can answer, and setup-link makes the link when there is room again.
            LogFailure(TryWrite.KindOf(failure));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No link for the first account could be made: {Failure}")]
    private partial void LogFailure(string failure);
}
