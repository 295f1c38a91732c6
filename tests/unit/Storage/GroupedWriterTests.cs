using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Tests.Storage;

public sealed class GroupedWriterTests(PostgresCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_that_breaks_a_constraint_leaves_the_other_seven_of_its_group_standing()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var connection = new WriterConnection(storage.The<Database>());
        await using var _ = connection;
        var group = Enumerable.Range(1, 8).Select(number => new Insert(number == 5 ? 1 : number)).ToList();

        await connection.RunAsync(group);

        Assert.Equal([true, true, true, true, false, true, true, true], group.Select(insert => insert.Succeeded));
        Assert.IsAssignableFrom<System.Data.Common.DbException>(group[4].Failed);
        Assert.Equal([1, 2, 3, 4, 6, 7, 8], await NumbersAsync(storage));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Of_eight_at_once_the_one_that_breaks_a_constraint_is_told_so(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var writer = storage.The<GroupedWriter>();
        var writing = Enumerable.Range(1, 8)
            .Select(number => writer.WriteAsync(scope => Insert.RowAsync(scope, number == 5 ? 1 : number), Stop)).ToList();

        await Task.WhenAll(
            writing.Select(task => task.ContinueWith(static _ => { }, Stop, TaskContinuationOptions.None, TaskScheduler.Default)));

        Assert.IsAssignableFrom<System.Data.Common.DbException>(Assert.Single(writing, task => task.IsFaulted).Exception!.InnerException);
        Assert.Equal([1, 2, 3, 4, 6, 7, 8], await NumbersAsync(storage));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_failure_of_the_database_comes_as_what_it_is_by_way_of_Entity_Framework_too(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        await storage.The<GroupedWriter>().WriteAsync(scope => Insert.RowAsync(scope, 1), Stop);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => storage.The<GroupedWriter>().WriteAsync(
            async scope =>
            {
                scope.Context.CodeKeys.Add(new CodeKeyEntry { Number = 1, Proof = [1] });
                await scope.Context.SaveChangesAsync(Stop);
            },
            Stop));
    }

    [Fact]
    public async Task Of_two_that_wait_for_each_other_both_succeed()
    {
        // SQLite has one writer, so there it cannot happen.
        await using var storage = await GivenStorage.OnAsync(Provider.Postgres, cluster);
        var writer = storage.The<GroupedWriter>();
        await writer.WriteAsync(scope => Insert.RowAsync(scope, 1), Stop);
        await writer.WriteAsync(scope => Insert.RowAsync(scope, 2), Stop);

        var oneHolds = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var otherHolds = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var times = 0;
        await Task.WhenAll(TouchTwiceAsync(1, 2, oneHolds, otherHolds.Task), TouchTwiceAsync(2, 1, otherHolds, oneHolds.Task));

        // One of them gave way; on a busy machine it may have to do so again.
        Assert.InRange(times, 3, 4);

        Task TouchTwiceAsync(short first, short then, TaskCompletionSource mine, Task theirs) => writer.WriteAsync(
            async scope =>
            {
                Interlocked.Increment(ref times);
                await TouchAsync(scope, first);
                mine.TrySetResult();
                await theirs.WaitAsync(TimeSpan.FromSeconds(30), Stop);
                // By Entity Framework, which must not hide what happened.
                await scope.Context.CodeKeys.Where(key => key.Number == then)
                    .ExecuteUpdateAsync(set => set.SetProperty(key => key.Proof, new byte[] { 3 }), Stop);
            },
            Stop);
    }

    [Fact]
    public async Task Two_that_look_and_then_put_in_the_same_row_both_succeed()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Postgres, cluster);
        var writer = storage.The<GroupedWriter>();
        using var bothLooked = new CountdownEvent(2);

        await Task.WhenAll(PutInAsync(), PutInAsync());

        Assert.Equal([1], await NumbersAsync(storage));

        Task PutInAsync() => writer.WriteAsync(
            async scope =>
            {
                if (await scope.Context.CodeKeys.AnyAsync(key => key.Number == 1, Stop))
                {
                    return;
                }

                bothLooked.Signal();
                await Task.Run(() => bothLooked.Wait(Stop), Stop);
                scope.Context.CodeKeys.Add(new CodeKeyEntry { Number = 1, Proof = [1] });
                await scope.Context.SaveChangesAsync(Stop);
            },
            Stop);
    }

    [Fact]
    public async Task A_connection_that_broke_while_nobody_used_it_is_replaced()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Postgres, cluster);
        var writer = storage.The<GroupedWriter>();
        await writer.WriteAsync(scope => Insert.RowAsync(scope, 1), Stop);
        await using (var context = storage.The<Database>().NewContext())
        {
            // As a restart of the database does.
            await context.Database.ExecuteSqlAsync(
                $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
                Stop);
        }

        await Task.WhenAll(Enumerable.Range(2, 5).Select(number => writer.WriteAsync(scope => Insert.RowAsync(scope, number), Stop)));
        Assert.Equal([1, 2, 3, 4, 5, 6], await NumbersAsync(storage));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Everyone_is_answered_with_their_own_value_after_the_commit(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var writer = storage.The<GroupedWriter>();

        var answers = await Task.WhenAll(Enumerable.Range(1, 300).Select(number => writer.WriteAsync(
            async scope =>
            {
                await Insert.RowAsync(scope, number);
                return number;
            },
            Stop)));

        Assert.Equal(Enumerable.Range(1, 300), answers);
        await using var context = storage.The<Database>().NewContext();
        Assert.Equal(300, await context.CodeKeys.CountAsync(Stop));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_context_in_a_scope_is_undone_with_its_own_piece_of_work(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var writer = storage.The<GroupedWriter>();

        var failing = writer.WriteAsync(
            async scope =>
            {
                scope.Context.CodeKeys.Add(new CodeKeyEntry { Number = 1, Proof = [1] });
                await scope.Context.SaveChangesAsync(Stop);
                throw new InvalidTimeZoneException("after the write");
            },
            Stop);
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => failing);
        await writer.WriteAsync(scope => Insert.RowAsync(scope, 2), Stop);

        await using var context = storage.The<Database>().NewContext();
        Assert.Equal([2], await context.CodeKeys.Select(key => (int)key.Number).ToListAsync(Stop));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task What_was_accepted_is_finished_at_a_stop(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var writer = new GroupedWriter(storage.The<Database>());
        var writing = Enumerable.Range(1, 50).Select(number => writer.WriteAsync(scope => Insert.RowAsync(scope, number), Stop)).ToList();

        await writer.DisposeAsync();

        Assert.All(writing, task => Assert.True(task.IsCompletedSuccessfully));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => writer.WriteAsync(scope => Insert.RowAsync(scope, 99), Stop));
    }

    private sealed class Insert(int number) : GroupedWriter.Work(CancellationToken.None)
    {
        public bool Succeeded { get; private set; }

        public Exception? Failed { get; private set; }

        public static async ValueTask RowAsync(WriteScope scope, int number) =>
            await scope.ExecuteAsync(
                "INSERT INTO code_keys (number, proof) VALUES (@number, @proof)", ("@number", (short)number), ("@proof", new byte[] { 1 }));

        public override ValueTask RunAsync(WriteScope scope) => RowAsync(scope, number);

        public override void Succeed() => Succeeded = true;

        public override void Fail(Exception failure) => Failed = failure;
    }

    private static async ValueTask TouchAsync(WriteScope scope, short number) =>
        await scope.ExecuteAsync(
            "UPDATE code_keys SET proof = @proof WHERE number = @number", ("@number", number), ("@proof", new byte[] { 2 }));

    private static async Task<List<int>> NumbersAsync(GivenStorage storage)
    {
        await using var context = storage.The<Database>().NewContext();
        return await context.CodeKeys.Select(key => (int)key.Number).Order().ToListAsync(Stop);
    }
}
