using System.Security.Cryptography;
using Participatie.Load.Serving;

namespace Participatie.Load.Clustering;

/// <summary>Web processes and workers beside each other, each of which can be killed and comes back by itself.</summary>
/// <param name="program">The published Participatie.Web.dll.</param>
/// <param name="proxy">Gets the addresses of the web processes.</param>
/// <param name="settingsOf">The settings of one process, by its name.</param>
internal sealed class Instances(string program, RoundRobinProxy proxy, Func<string, string[]> settingsOf) : IAsyncDisposable
{
    private int[] _ports = [];
    private Server[] _webs = [];
    private Child[] _workers = [];

    public IReadOnlyList<int> ProcessIds => [.. _webs.Select(web => web.Id), .. _workers.Select(worker => worker.Id)];

    public IReadOnlyList<Child> Workers => _workers;

    public async Task StartAsync(int webs, int workers, CancellationToken cancellationToken)
    {
        _ports = [.. Enumerable.Range(0, webs).Select(_ => FreePort.Next())];
        // All at once: one makes the tables, the others wait for it.
        var starting = Enumerable.Range(0, webs).Select(which => WebAsync(which, cancellationToken)).ToList();
        var counting = Enumerable.Range(0, workers).Select(which => WorkerAsync(which, cancellationToken)).ToList();
        _webs = await Task.WhenAll(starting);
        _workers = await Task.WhenAll(counting);
        proxy.SendTo([.. _webs.Select(web => web.Url)]);
    }

    /// <summary>Kills one, without warning, and returns when it is back.</summary>
    public async Task KillWebAsync(CancellationToken cancellationToken)
    {
        var which = RandomNumberGenerator.GetInt32(_webs.Length);
        _webs[which].Kill();
        await _webs[which].DisposeAsync();
        _webs[which] = await WebAsync(which, cancellationToken);
    }

    /// <inheritdoc cref="KillWebAsync"/>
    public async Task KillWorkerAsync(CancellationToken cancellationToken)
    {
        var which = RandomNumberGenerator.GetInt32(_workers.Length);
        _workers[which].Kill();
        await _workers[which].DisposeAsync();
        _workers[which] = await WorkerAsync(which, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var web in _webs)
        {
            await web.DisposeAsync();
        }

        foreach (var worker in _workers)
        {
            await worker.DisposeAsync();
        }
    }

    private Task<Server> WebAsync(int which, CancellationToken cancellationToken) => Server.SiteAsync(
        program,
        _ports[which],
        [
            .. settingsOf($"web-{which + 1}"),
            "--Participatie:Worker=false",
            // The later one holds: where visitors find it is the proxy.
            $"--Participatie:PublicUrl={proxy.Url.GetLeftPart(UriPartial.Authority)}",
        ],
        cancellationToken);

    private async Task<Child> WorkerAsync(int which, CancellationToken cancellationToken)
    {
        var worker = Child.Start(program, ["worker", .. settingsOf($"worker-{which + 1}")], awaited: "counting");
        await worker.SaidAsync(cancellationToken);
        return worker;
    }
}
