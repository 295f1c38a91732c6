using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Tests.Storage;

public sealed class GroupedWriterTests(PostgresCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task One_that_breaks_a_constraint_leaves_the_other_seven_of_its_group_standing(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var connection = new WriterConnection(storage.The<Database>());
        await using var _ = connection;
        var group = Enumerable.Range(1, 8).Select(number => new Insert(number == 5 ? 1 : number)).ToList();

        await connection.RunAsync(group);

        Assert.Equal([true, true, true, true, false, true, true, true], group.Select(insert => insert.Succeeded));
        Assert.IsAssignableFrom<System.Data.Common.DbException>(group[4].Failed);
        await using var context = storage.The<Database>().NewContext();
        Assert.Equal([1, 2, 3, 4, 6, 7, 8], await context.CodeKeys.Select(key => (int)key.Number).Order().ToListAsync(Stop));
    }

    [Fact]
    public async Task Of_two_that_wait_for_each_other_both_succeed()
    {
        // SQLite has one writer, so there it cannot happen.
        await using var storage = await GivenStorage.OnAsync(Provider.Postgres, cluster);
        var database = storage.The<Database>();
        await using var one = new WriterConnection(database);
        await using var other = new WriterConnection(database);
        await one.RunAsync([new Insert(1), new Insert(2)]);

        var oneHolds = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var otherHolds = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = new TouchTwice(1, 2, oneHolds, otherHolds.Task);
        var second = new TouchTwice(2, 1, otherHolds, oneHolds.Task);
        await Task.WhenAll(Task.Run(() => one.RunAsync([first]).AsTask(), Stop), Task.Run(() => other.RunAsync([second]).AsTask(), Stop));

        Assert.Equal((null, null), (first.Failed, second.Failed));
        // One of them gave way; on a busy machine it may have to do so again.
        Assert.Single(new[] { first.Times, second.Times }, 1);
        Assert.InRange(Math.Max(first.Times, second.Times), 2, 5);
    }

    [Fact]
    public async Task A_connection_that_broke_between_two_groups_is_replaced()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Postgres, cluster);
        var database = storage.The<Database>();
        await using var connection = new WriterConnection(database);
        await connection.RunAsync([new Insert(1)]);
        await using (var context = database.NewContext())
        {
            // As a restart of the database does.
            await context.Database.ExecuteSqlAsync(
                $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", Stop);
        }

        var next = new Insert(2);
        await connection.RunAsync([next]);
        Assert.Null(next.Failed);
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

    [Fact]
    public async Task What_was_accepted_is_finished_at_a_stop()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
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
            await scope.ExecuteAsync("INSERT INTO code_keys (number, proof) VALUES (@number, @proof)", ("@number", (short)number), ("@proof", new byte[] { 1 }));

        public override ValueTask RunAsync(WriteScope scope) => RowAsync(scope, number);

        public override void Succeed() => Succeeded = true;

        public override void Fail(Exception failure) => Failed = failure;
    }

    /// <summary>Changes one row, and once the other piece of work has changed the other one, that too.</summary>
    private sealed class TouchTwice(int first, int then, TaskCompletionSource mine, Task theirs) : GroupedWriter.Work(CancellationToken.None)
    {
        public int Times { get; private set; }

        public Exception? Failed { get; private set; }

        public override async ValueTask RunAsync(WriteScope scope)
        {
            Times++;
            await TouchAsync(scope, first);
            mine.TrySetResult();
            await theirs.WaitAsync(TimeSpan.FromSeconds(30), Stop);
            await TouchAsync(scope, then);
        }

        public override void Succeed()
        {
        }

        public override void Fail(Exception failure) => Failed = failure;

        private static async ValueTask TouchAsync(WriteScope scope, int number) =>
            await scope.ExecuteAsync("UPDATE code_keys SET proof = @proof WHERE number = @number", ("@number", (short)number), ("@proof", new byte[] { 2 }));
    }
}
