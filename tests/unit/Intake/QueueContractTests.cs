using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Intake;

/// <summary>Completed after the commit, delivered at least once, and counted once all the same.</summary>
public sealed class QueueContractTests(PostgresCluster cluster)
{
    private const int Responses = 30;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task What_is_delivered_to_several_workers_at_once_is_counted_once(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var receipts = await QueueTests.SendAsync(storage, Responses);

        await CountManyTimesAsync(storage);
        Assert.Equal(Responses, await CountedAsync(storage));

        foreach (var receipt in receipts.Take(10))
        {
            await storage.The<WithdrawResponse>().WithdrawAsync(receipt, Stop);
        }

        await CountManyTimesAsync(storage);
        Assert.Equal(Responses - 10, await CountedAsync(storage));
        Assert.Equal(0, await storage.The<IResponseQueue>().CountWaitingAsync(Stop));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_message_is_completed_after_the_commit_and_comes_again_when_that_fails(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        await QueueTests.SendAsync(storage, 3);
        var committed = new List<int>();
        var queue = new Watched(storage.The<IResponseQueue>())
        {
            OnComplete = async () =>
            {
                await using var context = storage.The<Database>().NewContext();
                committed.Add(await context.Responses.CountAsync(response => response.State == ResponseState.Counted, Stop));
                throw new TimeoutException("No answer.");
            },
        };

        await Assert.ThrowsAsync<TimeoutException>(() => Worker(storage, queue).CountBatchAsync(Stop));
        Assert.Equal([3], committed);

        storage.Clock.Now += RetryTimes.Visibility;
        Assert.Equal(3, await storage.The<CountResponses>().CountBatchAsync(Stop));
        Assert.Equal(3, await CountedAsync(storage));
        Assert.Empty(await storage.The<IResponseQueue>().ListDeadAsync(Stop));
        Assert.Equal(0, await storage.The<IResponseQueue>().CountWaitingAsync(Stop));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_withdrawal_between_the_commit_and_the_end_of_the_message_is_not_lost(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var receipt = (await QueueTests.SendAsync(storage, 1)).Single();
        var queue = new Watched(storage.The<IResponseQueue>())
        {
            OnComplete = () => storage.The<WithdrawResponse>().WithdrawAsync(receipt, Stop),
        };

        await Worker(storage, queue).CountBatchAsync(Stop);
        Assert.Equal(1, await storage.The<CountResponses>().CountBatchAsync(Stop));

        Assert.Equal(ResponseState.Withdrawn, (await storage.The<Receipts>().LookUpAsync(receipt, Stop))!.State);
        Assert.Equal(0, await CountedAsync(storage));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Dead_letters_are_counted_by_consultation_and_requeued_by_choice(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        await QueueTests.SendAsync(storage, 3);
        var queue = storage.The<IResponseQueue>();
        Assert.NotNull(await queue.OldestDueAsync(Stop));
        var received = await queue.ReceiveAsync(10, Stop);
        for (var at = 0; at < 3; at++)
        {
            await queue.RetryAsync([received[at] with { Attempts = 12 }], at == 0 ? nameof(UnreadableVersionException) : "Ill", Stop);
        }

        var version = storage.The<Catalogue>().All.Single();
        Assert.Equal([(version.ConsultationId, 3)], (await queue.CountDeadAsync(Stop)).Select(of => (of.Key, of.Value)));
        Assert.Equal((0, null), (await queue.CountWaitingAsync(Stop), await queue.OldestDueAsync(Stop)));

        Assert.Equal(1, await storage.The<RequeueReadable>().RunAsync(version, Stop));
        Assert.Equal(["Ill", "Ill"], (await queue.ListDeadAsync(Stop)).Select(letter => letter.Failure));
        Assert.Equal(1, Assert.Single(await queue.ReceiveAsync(10, Stop)).Attempts);

        // Not written down, not given back.
        await Assert.ThrowsAsync<TimeoutException>(() => queue.RequeueAsync(_ => true, (_, _) => throw new TimeoutException(), Stop));
        Assert.Equal(2, (await queue.ListDeadAsync(Stop)).Count);
        var written = new List<string?>();
        Assert.Equal(2, await queue.RequeueAsync(_ => true, Write, Stop));
        Assert.Equal(["Ill", "Ill"], written);
        Assert.Equal(0, await queue.RequeueAsync(_ => true, Write, Stop));
        Assert.Equal(2, written.Count);

        ValueTask Write(WriteScope scope, IReadOnlyList<DeadLetter> letters)
        {
            written.AddRange(letters.Select(letter => letter.Failure));
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>Four workers get the same messages at the same moment, and once more afterwards.</summary>
    private static async Task CountManyTimesAsync(GivenStorage storage)
    {
        var queue = storage.The<IResponseQueue>();
        var messages = await queue.ReceiveAsync(100, Stop);
        Assert.NotEmpty(messages);
        var writers = Enumerable.Range(0, storage.The<Database>().IsSqlite ? 1 : 4).Select(_ => new GroupedWriter(storage.The<Database>()))
            .ToList();
        var everybody = new Watched(queue) { Delivered = messages };
        await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(at => Task.Run(() => Worker(storage, everybody, writers[at % writers.Count]).CountBatchAsync(Stop), Stop)));
        await Worker(storage, everybody).CountBatchAsync(Stop);
        foreach (var writer in writers)
        {
            await writer.DisposeAsync();
        }
    }

    private static CountResponses Worker(GivenStorage storage, IResponseQueue queue, GroupedWriter? writer = null) =>
        new(queue, writer ?? storage.The<GroupedWriter>(), storage.The<TallyBatch>(), NullLogger<CountResponses>.Instance);

    /// <summary>As the responses say and the tallies agree.</summary>
    private static async Task<long> CountedAsync(GivenStorage storage)
    {
        var report = await storage.The<Recount>().RunAsync(storage.The<Catalogue>().All.Single().ConsultationId, Stop);
        Assert.Empty(report.Differences);
        return report.Responses;
    }

    private sealed class Watched(IResponseQueue inner) : IResponseQueue
    {
        /// <summary>What is received each time; null: what there is.</summary>
        public IReadOnlyList<QueueMessage>? Delivered { get; init; }

        public Func<Task>? OnComplete { get; init; }

        public Task<IReadOnlyList<QueueMessage>> ReceiveAsync(int most, CancellationToken cancellationToken) =>
            Delivered is null ? inner.ReceiveAsync(most, cancellationToken) : Task.FromResult(Delivered);

        public async Task CompleteAsync(IReadOnlyList<QueueMessage> messages, CancellationToken cancellationToken)
        {
            await (OnComplete?.Invoke() ?? Task.CompletedTask);
            await inner.CompleteAsync(messages, cancellationToken);
        }

        public Task RetryAsync(IReadOnlyList<QueueMessage> messages, string failure, CancellationToken cancellationToken) =>
            inner.RetryAsync(messages, failure, cancellationToken);

        public Task<int> CountWaitingAsync(CancellationToken cancellationToken) => inner.CountWaitingAsync(cancellationToken);

        public Task<DateTimeOffset?> OldestDueAsync(CancellationToken cancellationToken) => inner.OldestDueAsync(cancellationToken);

        public Task<IReadOnlyDictionary<int, int>> CountDeadAsync(CancellationToken cancellationToken) =>
            inner.CountDeadAsync(cancellationToken);

        public Task<IReadOnlyList<DeadLetter>> ListDeadAsync(CancellationToken cancellationToken) => inner.ListDeadAsync(cancellationToken);

        public Task<int> RequeueAsync(
            Func<DeadLetter, bool> which,
            Func<WriteScope, IReadOnlyList<DeadLetter>, ValueTask> record,
            CancellationToken cancellationToken) => inner.RequeueAsync(which, record, cancellationToken);
    }
}
