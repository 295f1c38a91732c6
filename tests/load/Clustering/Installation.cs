using System.Security.Cryptography;
using Participatie.Broker;
using Participatie.Load.Serving;

namespace Participatie.Load.Clustering;

/// <summary>What brings the responses to the workers.</summary>
internal enum QueueKind
{
    Database,
    Bus,
}

/// <summary>
/// What several processes share: PostgreSQL, the bus if there is one, the proxy before them, and a folder for what each keeps of its own.
/// </summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly string _program;

    private Installation(string program, TestBroker? bus, PostgresServer postgres, RoundRobinProxy proxy)
    {
        _program = program;
        Bus = bus;
        Postgres = postgres;
        Proxy = proxy;
    }

    /// <summary>Null where the queue is a table of the database.</summary>
    public TestBroker? Bus { get; }

    public PostgresServer Postgres { get; }

    public RoundRobinProxy Proxy { get; }

    public byte[] CodeKey { get; } = RandomNumberGenerator.GetBytes(32);

    /// <summary>Of four processes with as many connections each, a server with the usual limit of 100 can serve all.</summary>
    public string Connection => $"{Postgres.Connection};Maximum Pool Size=20";

    /// <summary>For commands and whoever looks into the database, as every process has them.</summary>
    public string[] Settings =>
    [
        .. Bus is null ? Array.Empty<string>() : [$"--ConnectionStrings:ServiceBus={Bus.ConnectionString}"],
        $"--ConnectionStrings:Participatie={Connection}",
        $"--Participatie:CodeKey={Convert.ToBase64String(CodeKey)}",
        $"--Participatie:Data={_folder.File("commands")}",
    ];

    public static async Task<Installation> StartAsync(string program, QueueKind queue, CancellationToken cancellationToken) => new(
        program,
        // As infra/azure.bicep makes it.
        queue == QueueKind.Bus ? new TestBroker(new BrokerLimits { MaxDeliveryCount = 12 }, "responses") : null,
        await PostgresServer.StartAsync(),
        await RoundRobinProxy.StartAsync(FreePort.Next(), cancellationToken));

    public async Task<Instances> StartAsync(int webs, int workers, CancellationToken cancellationToken)
    {
        var instances = new Instances(_program, Proxy, process => [.. Settings, $"--Participatie:Data={_folder.File(process)}"]);
        await instances.StartAsync(webs, workers, cancellationToken);
        return instances;
    }

    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        await (Bus?.DisposeAsync() ?? ValueTask.CompletedTask);
        await Postgres.DisposeAsync();
        _folder.Dispose();
    }
}
