using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Intake;

/// <summary>
/// What every queue promises: completed after the commit, delivered at least once, and counted once all the same. The same tests for the
/// table of either database and for Service Bus.
/// </summary>
public sealed class QueueContractTests(PostgresCluster cluster)
{
    private const int Responses = 30;

    public static TheoryData<QueueKind> Kinds => GivenQueue.Kinds;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_delivered_to_several_workers_at_once_is_counted_once(QueueKind kind)
    {
        await using var given = await GivenQueue.OfAsync(kind, cluster);
        var receipts = await QueueTests.SendAsync(given.Storage, Responses);

        await CountManyTimesAsync(given, Responses);
        Assert.Equal(Responses, await given.CountedAsync());

        foreach (var receipt in receipts.Take(10))
        {
            await given.Storage.The<WithdrawResponse>().WithdrawAsync(receipt, Stop);
        }

        await CountManyTimesAsync(given, 10);
        Assert.Equal(Responses - 10, await given.CountedAsync());
        Assert.Equal(0, await given.Queue.CountWaitingAsync(Stop));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_message_is_completed_after_the_commit_and_comes_again_when_that_fails(QueueKind kind)
    {
        await using var given = await GivenQueue.OfAsync(kind, cluster);
        await given.PutAsync(3);
        var committed = new List<int>();
        var queue = new Watched(given.Queue)
        {
            Delivered = await given.ReceiveAsync(3),
            OnComplete = async () =>
            {
                committed.Add((await given.StatesAsync()).Count(state => state == ResponseState.Counted));
                throw new TimeoutException("No answer.");
            },
        };

        await Assert.ThrowsAsync<TimeoutException>(() => given.Worker(queue).CountBatchAsync(Stop));
        Assert.Equal([3], committed);

        await given.LoseWorkersAsync();
        await given.CountAsync(3);
        Assert.Equal(3, await given.CountedAsync());
        Assert.Empty(await given.Queue.ListDeadAsync(Stop));
        Assert.Equal((0, null), (await given.Queue.CountWaitingAsync(Stop), await given.Queue.OldestDueAsync(Stop)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_withdrawal_between_the_commit_and_the_end_of_the_message_is_not_lost(QueueKind kind)
    {
        await using var given = await GivenQueue.OfAsync(kind, cluster);
        var receipt = (await QueueTests.SendAsync(given.Storage, 1)).Single();
        var queue = new Watched(given.Queue)
        {
            Delivered = await given.ReceiveAsync(1),
            OnComplete = () => given.Storage.The<WithdrawResponse>().WithdrawAsync(receipt, Stop),
        };

        await given.Worker(queue).CountBatchAsync(Stop);
        await given.CountAsync(1);

        Assert.Equal(ResponseState.Withdrawn, (await given.Storage.The<Receipts>().LookUpAsync(receipt, Stop))!.State);
        Assert.Equal(0, await given.CountedAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_a_crashed_worker_received_comes_again(QueueKind kind)
    {
        await using var given = await GivenQueue.OfAsync(kind, cluster);
        await given.PutAsync(1);

        Assert.Single(await given.ReceiveAsync(1));
        Assert.Empty(await given.NewWorkersQueue().ReceiveAsync(10, Stop));
        await given.LoseWorkersAsync();
        Assert.Equal(2, Assert.Single(await given.ReceiveAsync(1)).Attempts);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task After_the_last_try_it_is_set_apart_until_staff_requeue_it(QueueKind kind)
    {
        await using var given = await GivenQueue.OfAsync(kind, cluster);
        await given.PutAsync(1);
        var tries = 0;
        await GivenQueue.UntilAsync(async () =>
        {
            if (await given.Queue.ReceiveAsync(10, Stop) is [var message])
            {
                tries++;
                await given.Queue.RetryAsync([message], "Ill", Stop);
                given.LetTimePass();
            }

            return await given.Queue.ListDeadAsync(Stop) is not [];
        });

        // The bus counts by itself: 10 is what a queue there has when nobody set another number.
        Assert.Equal(kind == QueueKind.ServiceBus ? 10 : 12, tries);
        var letter = Assert.Single(await given.Queue.ListDeadAsync(Stop));
        Assert.Equal((tries, "Ill"), (letter.Attempts, letter.Failure));
        Assert.Equal((0, null), (await given.Queue.CountWaitingAsync(Stop), await given.Queue.OldestDueAsync(Stop)));
        Assert.Equal(1, await given.Queue.RequeueAsync(_ => true, Stop));
        Assert.Equal(1, await given.Queue.CountWaitingAsync(Stop));
        Assert.Equal(1, Assert.Single(await given.ReceiveAsync(1)).Attempts);
        Assert.Empty(await given.Queue.ListDeadAsync(Stop));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Dead_letters_are_counted_by_consultation_and_requeued_by_choice(QueueKind kind)
    {
        await using var given = await GivenQueue.OfAsync(kind, cluster);
        await given.PutAsync(3);
        Assert.NotNull(await given.Queue.OldestDueAsync(Stop));
        var received = await given.ReceiveAsync(3);
        for (var at = 0; at < 3; at++)
        {
            await given.SetApartAsync(received[at], at == 0 ? nameof(UnreadableVersionException) : "Ill");
        }

        // A queue elsewhere may be asked in vain on a busy machine, and is asked again.
        await GivenQueue.UntilAsync(async () => (await given.Queue.ListDeadAsync(Stop)).Count == 3);
        var version = given.Storage.The<Catalogue>().All.Single();
        Assert.Equal([(version.ConsultationId, 3)], (await given.Queue.CountDeadAsync(Stop)).Select(of => (of.Key, of.Value)));
        Assert.Equal((0, null), (await given.Queue.CountWaitingAsync(Stop), await given.Queue.OldestDueAsync(Stop)));

        Assert.Equal(1, await given.Storage.The<RequeueReadable>().RunAsync(version, Stop));
        Assert.Equal(["Ill", "Ill"], (await given.Queue.ListDeadAsync(Stop)).Select(letter => letter.Failure));
        Assert.Equal(1, Assert.Single(await given.ReceiveAsync(1)).Attempts);

        // Not written down, not given back.
        await Assert.ThrowsAsync<TimeoutException>(() => given.Queue.RequeueAsync(_ => true, (_, _) => throw new TimeoutException(), Stop));
        Assert.Equal(2, (await given.Queue.ListDeadAsync(Stop)).Count);
        var written = new List<string?>();
        Assert.Equal(2, await given.Queue.RequeueAsync(_ => true, Write, Stop));
        Assert.Equal(["Ill", "Ill"], written);
        Assert.Equal(0, await given.Queue.RequeueAsync(_ => true, Write, Stop));
        Assert.Equal(2, written.Count);
        await given.CountAsync(2);
        Assert.Equal(2, await given.CountedAsync());

        ValueTask Write(WriteScope scope, IReadOnlyList<DeadLetter> letters)
        {
            written.AddRange(letters.Select(letter => letter.Failure));
            return ValueTask.CompletedTask;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_thousand_are_counted_in_batches(QueueKind kind)
    {
        await using var given = await GivenQueue.OfAsync(kind, cluster);
        await given.PutAsync(1000);
        await given.CountAsync(1000);
        Assert.Equal(1000, await given.CountedAsync());
        Assert.Equal((0, null), (await given.Queue.CountWaitingAsync(Stop), await given.Queue.OldestDueAsync(Stop)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Two_workers_share_and_never_get_the_same_message(QueueKind kind)
    {
        await using var given = await GivenQueue.OfAsync(kind, cluster);
        await given.PutAsync(40);
        var workers = new[] { given.NewWorkersQueue(), given.NewWorkersQueue() };

        var ids = new List<string>();
        await GivenQueue.UntilAsync(async () =>
        {
            var received = await Task.WhenAll(workers.Concat(workers).Select(worker => worker.ReceiveAsync(10, Stop)));
            ids.AddRange(received.SelectMany(batch => batch).Select(message => Convert.ToHexString(message.ResponseId)));
            return ids.Count >= 40;
        });

        Assert.Equal((40, 40), (ids.Count, ids.Distinct().Count()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task One_that_cannot_be_counted_holds_up_none_of_the_others(QueueKind kind)
    {
        await using var given = await GivenQueue.OfAsync(kind, cluster);
        var ids = await given.PutAsync(1);
        await given.Storage.The<GroupedWriter>().WriteAsync(
            async scope => await scope.Context.Responses.ExecuteUpdateAsync(
                set => set.SetProperty(response => response.Document, "{"), Stop),
            Stop);
        await given.PutAsync(20);

        await GivenQueue.UntilAsync(async () =>
        {
            await given.Counting.CountBatchAsync(Stop);
            given.LetTimePass();
            return await given.Queue.ListDeadAsync(Stop) is not [];
        });

        Assert.Equal(20, (await given.StatesAsync()).Count(state => state == ResponseState.Counted));
        Assert.Equal(ids[0], Assert.Single(await given.Queue.ListDeadAsync(Stop)).ResponseId);
        Assert.Equal(0, await given.Queue.CountWaitingAsync(Stop));
    }

    /// <summary>Four workers get the same messages at the same moment, and once more afterwards.</summary>
    private static async Task CountManyTimesAsync(GivenQueue given, int count)
    {
        var messages = await given.ReceiveAsync(count);
        var database = given.Storage.The<Database>();
        var writers = Enumerable.Range(0, database.IsSqlite ? 1 : 4).Select(_ => new GroupedWriter(database)).ToList();
        var everybody = new Watched(given.Queue) { Delivered = messages };
        await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(at => Task.Run(() => given.Worker(everybody, writers[at % writers.Count]).CountBatchAsync(Stop), Stop)));
        await given.Worker(everybody).CountBatchAsync(Stop);
        foreach (var writer in writers)
        {
            await writer.DisposeAsync();
        }
    }

    private sealed class Watched(IResponseQueue inner) : IResponseQueue
    {
        /// <summary>What is received each time.</summary>
        public required IReadOnlyList<QueueMessage> Delivered { get; init; }

        public Func<Task>? OnComplete { get; init; }

        public Task<IReadOnlyList<QueueMessage>> ReceiveAsync(int most, CancellationToken cancellationToken) => Task.FromResult(Delivered);

        public Task WaitAsync(CancellationToken cancellationToken) => inner.WaitAsync(cancellationToken);

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
