using System.Security.Cryptography;
using Npgsql;
using Participatie.Broker;

namespace Participatie.Load.Clustering;

/// <param name="Name">As it is printed.</param>
/// <param name="RunAsync">Strikes, and returns when what was struck is back.</param>
internal sealed record Disturbance(string Name, Func<CancellationToken, Task> RunAsync);

/// <summary>What goes wrong on several machines, in an order that nobody knows: every kind once before any comes again.</summary>
internal sealed class Disturbances(Installation installation, Instances instances)
{
    private readonly Queue<Disturbance> _next = new();

    public Disturbance Next()
    {
        if (_next.Count == 0)
        {
            var all = All().ToArray();
            RandomNumberGenerator.Shuffle<Disturbance>(all);
            foreach (var one in all)
            {
                _next.Enqueue(one);
            }
        }

        return _next.Dequeue();
    }

    private IEnumerable<Disturbance> All()
    {
        yield return new("a web process is killed", instances.KillWebAsync);
        yield return new("a worker is killed", instances.KillWorkerAsync);
        yield return RandomNumberGenerator.GetInt32(2) == 0
            ? new("PostgreSQL is stopped and started", _ => installation.Postgres.RestartAsync("fast"))
            : new("PostgreSQL crashes and recovers", _ => installation.Postgres.RestartAsync("immediate"));
        yield return new("all connections are reset", ResetAsync);
        if (installation.Bus is { } bus)
        {
            yield return new("the bus is stopped and started", stop => RestartAsync(bus, stop));
        }
    }

    private static async Task RestartAsync(TestBroker bus, CancellationToken cancellationToken)
    {
        bus.Stop();
        // Long enough for every process to notice.
        await Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);
        bus.Start();
    }

    private async Task ResetAsync(CancellationToken cancellationToken)
    {
        installation.Proxy.ResetConnections();
        installation.Bus?.BreakConnections();
        await using var connection = new NpgsqlConnection(installation.Connection + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using var terminate = new NpgsqlCommand(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
            connection);
        await terminate.ExecuteNonQueryAsync(cancellationToken);
    }
}
