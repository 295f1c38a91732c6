using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Participatie.Broker;
using Participatie.ServiceBus;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;
using Participatie.Tests.Hosting;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Intake;

/// <summary>Each implementation of the queue, the one in the database on both.</summary>
public enum QueueKind
{
    Sqlite,
    Postgres,
    ServiceBus,
}

/// <summary>A queue with its storage; the bus's speaks over the wire to a broker of its own.</summary>
public sealed class GivenQueue : IAsyncDisposable
{
    /// <summary>Shorter than in use, and never what a test waits for.</summary>
    public static readonly BusTimes Times = new()
    {
        Patience = TimeSpan.FromMilliseconds(300),
        BetweenTries = TimeSpan.FromMilliseconds(50),
        Pause = TimeSpan.FromMilliseconds(50),
        LongestWait = TimeSpan.FromMilliseconds(5),
        LookAtLocks = TimeSpan.FromMilliseconds(20),
    };

    private readonly List<BusLinks> _others = [];
    private IHostedService[] _beside = [];

    private GivenQueue()
    {
    }

    public static TheoryData<QueueKind> Kinds => [.. Enum.GetValues<QueueKind>()];

    public required GivenStorage Storage { get; init; }

    /// <summary>Null where the queue is a table.</summary>
    public TestBroker? Broker { get; private init; }

    public LogLines Log { get; private init; } = new();

    public IResponseQueue Queue => Storage.The<IResponseQueue>();

    public CountResponses Counting => Storage.The<CountResponses>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<GivenQueue> OfAsync(QueueKind kind, PostgresCluster cluster) => kind switch
    {
        QueueKind.ServiceBus => await OnBusAsync(cluster, provider: Provider.Postgres),
        QueueKind.Postgres => new GivenQueue { Storage = await GivenStorage.OnAsync(Provider.Postgres, cluster) },
        _ => new GivenQueue { Storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster) },
    };

    /// <param name="cluster">Where PostgreSQL runs.</param>
    /// <param name="connection">Where the program thinks that the bus is; null: where it is.</param>
    /// <param name="limits">Of the queue there.</param>
    /// <param name="times">Null: short ones.</param>
    /// <param name="provider">Of the database.</param>
    public static async Task<GivenQueue> OnBusAsync(
        PostgresCluster cluster,
        Func<string, string>? connection = null,
        BrokerLimits? limits = null,
        BusTimes? times = null,
        Provider provider = Provider.Sqlite)
    {
        var broker = new TestBroker(limits ?? new BrokerLimits(), BusConnection.UsualQueue);
        var log = new LogLines();
        var bus = BusConnection.Parse((connection ?? (usual => usual))(broker.ConnectionString));
        var given = new GivenQueue
        {
            Broker = broker,
            Log = log,
            Storage = await GivenStorage.OnAsync(
                provider,
                cluster,
                services => services.AddLogging(logging => logging.AddProvider(log)).AddSingleton(times ?? Times).AddServiceBusQueue(bus)),
        };
        given._beside = [.. given.Storage.Rooms.GetServices<IHostedService>()];
        foreach (var service in given._beside)
        {
            await service.StartAsync(Stop);
        }

        return given;
    }

    /// <summary>How the queue stands on the bus.</summary>
    public Task<BrokerCounts> OnBusWhenAsync(Func<BrokerCounts, bool> state) => Broker!.WaitForAsync(BusConnection.UsualQueue, state, Stop);

    /// <summary>Another process on the same database and bus.</summary>
    public IResponseQueue NewWorkersQueue()
    {
        if (Broker is null)
            return ActivatorUtilities.CreateInstance<DatabaseQueue>(Storage.Rooms);
        var links = ActivatorUtilities.CreateInstance<BusLinks>(Storage.Rooms);
        _others.Add(links);
        var held = ActivatorUtilities.CreateInstance<HeldMessages>(Storage.Rooms, links);
        return ActivatorUtilities.CreateInstance<ServiceBusQueue>(Storage.Rooms, links, held);
    }

    public CountResponses Worker(IResponseQueue queue, GroupedWriter? writer = null) =>
        new(queue, writer ?? Storage.The<GroupedWriter>(), Storage.The<TallyBatch>(), Storage.Clock, NullLogger<CountResponses>.Instance);

    /// <summary>That many messages, however long they take to arrive.</summary>
    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(int count)
    {
        var all = new List<QueueMessage>();
        await UntilAsync(async () =>
        {
            all.AddRange(await Queue.ReceiveAsync(count - all.Count, Stop));
            return all.Count == count;
        });
        return all;
    }

    /// <summary>As after the last try.</summary>
    public Task SetApartAsync(QueueMessage message, string failure) =>
        Queue.RetryAsync([message with { Attempts = 12 }], failure, Stop);

    /// <summary>Counts until that many messages were taken.</summary>
    public async Task CountAsync(int messages)
    {
        var taken = 0;
        await UntilAsync(async () =>
        {
            taken += await Counting.CountBatchAsync(Stop);
            return taken >= messages;
        });
    }

    /// <summary>Counts until all of them are counted, by whatever messages.</summary>
    public Task CountAllAsync() => UntilAsync(async () =>
    {
        await Counting.CountBatchAsync(Stop);
        return (await StatesAsync()).TrueForAll(state => state == ResponseState.Counted);
    });

    /// <summary>Who received something and never settled it is dead for everybody.</summary>
    public async Task LoseWorkersAsync()
    {
        Storage.Clock.Now += RetryTimes.Visibility;
        if (Broker is not null)
            await Broker.ExpireLocksAsync(BusConnection.UsualQueue);
    }

    /// <summary>So long that the next try of whatever failed is due.</summary>
    public void LetTimePass()
    {
        if (Broker is null)
            Storage.Clock.Now += TimeSpan.FromHours(3);
    }

    /// <summary>Responses with their messages, as hand-ins leave them.</summary>
    public async Task<List<byte[]>> PutAsync(int count)
    {
        var version = Storage.The<Catalogue>().All.SingleOrDefault() ?? await Storage.PublishAsync(HandInAnswersTests.OneChoice());
        var ids = Enumerable.Range(0, count).Select(_ => Guid.NewGuid().ToByteArray()).ToList();
        await Storage.The<GroupedWriter>().WriteAsync(
            async scope =>
            {
                scope.Context.Responses.AddRange(ids.Select(id => new Response
                {
                    ConsultationId = version.ConsultationId,
                    Id = id,
                    Version = version.Number,
                    Channel = ResponseChannel.OpenLink,
                    Organisation = false,
                    Language = Languages.Dutch,
                    Hour = 480_000,
                    Rotation = 0,
                    State = ResponseState.Queued,
                    KeyNumber = 1,
                    ReceiptHash = id,
                    DraftProof = id,
                    ReceiptAttempt = 0,
                    Document = """{"vervoer":"fiets"}""",
                }));
                await scope.Context.SaveChangesAsync();
                foreach (var id in ids)
                {
                    await DatabaseQueue.SendAsync(scope, version.ConsultationId, id, Storage.Clock.Now);
                }
            },
            Stop);
        Storage.The<QueueSignal>().Set();
        return ids;
    }

    public ValueTask<List<ResponseState>> StatesAsync() =>
        Storage.The<Database>().ReadAsync("SELECT state FROM responses", row => (ResponseState)row.GetInt16(0), Stop);

    /// <summary>As the responses say and the tallies agree.</summary>
    public async Task<long> CountedAsync()
    {
        var report = await Storage.The<Recount>().RunAsync(Storage.The<Catalogue>().All.Single().ConsultationId, Stop);
        Assert.Empty(report.Differences);
        return report.Responses;
    }

    /// <summary>How many rows wait to be sent; 0 for dead ones.</summary>
    public async Task<int> UnsentAsync()
    {
        await using var context = Storage.The<Database>().NewContext();
        return await context.Queue.CountAsync(entry => !entry.Dead, Stop);
    }

    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            if (TimeProvider.System.GetElapsedTime(begun) > TimeSpan.FromMinutes(2))
                throw new TimeoutException("It never came to be so.");
            await Task.Delay(10, Stop);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _beside)
        {
            await service.StopAsync(CancellationToken.None);
        }

        foreach (var links in _others)
        {
            await links.DisposeAsync();
        }

        await Storage.DisposeAsync();
        if (Broker is not null)
            await Broker.DisposeAsync();
    }
}
