using System.Data.Common;
using System.Threading.Channels;

namespace Participatie.Surveys.Storage;

/// <summary>
/// Everything that writes goes through here, and is answered only after the commit. SQLite gets one writer (16 that compete made somebody
/// wait 3 seconds): requests that wait at the same moment share one transaction, so one flush to disk serves many residents, and each has
/// its own savepoint and its own result. PostgreSQL groups flushes by itself: there each piece of work is a transaction
/// (<see cref="PostgresTransactions"/>), as fast as groups were.
/// </summary>
public sealed class GroupedWriter : IAsyncDisposable
{
    /// <summary>Most pieces of work in one transaction: bounds how long the first one waits for the last one.</summary>
    private const int LargestGroup = 256;

    private readonly PostgresTransactions? _postgres;
    private readonly Channel<Work> _waiting = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _writing;

    public GroupedWriter(Database database)
    {
        _postgres = database.IsSqlite ? null : new PostgresTransactions(database);
        _writing = database.IsSqlite ? WriteGroupsAsync(database) : Task.CompletedTask;
    }

    /// <summary>
    /// Runs the work inside a transaction that others may share, and returns after the commit. It may run more than once, and count once.
    /// </summary>
    /// <exception cref="DbException">This piece of work failed and was undone, or the whole group could not be committed.</exception>
    public Task<T> WriteAsync<T>(Func<WriteScope, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        if (_postgres is not null)
        {
            return _postgres.RunAsync(work, cancellationToken);
        }

        var waiting = new Work<T>(work, cancellationToken);
        return _waiting.Writer.TryWrite(waiting)
            ? waiting.Result
            : Task.FromException<T>(new ObjectDisposedException(nameof(GroupedWriter)));
    }

    public Task WriteAsync(Func<WriteScope, ValueTask> work, CancellationToken cancellationToken) =>
        WriteAsync(
            async scope =>
            {
                await work(scope);
                return true;
            },
            cancellationToken);

    /// <summary>Finishes what was accepted, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writing;
        await (_postgres?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private async Task WriteGroupsAsync(Database database)
    {
        // The connection lives as long as the process: away from the caller's thread at once.
        await Task.Yield();
        await using var connection = new WriterConnection(database);
        var group = new List<Work>(LargestGroup);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (group.Count < LargestGroup && _waiting.Reader.TryRead(out var work))
            {
                if (!work.IsCancelled)
                {
                    group.Add(work);
                }
            }

            if (group.Count > 0)
            {
                await connection.RunAsync(group);
                group.Clear();
            }
        }
    }

    internal abstract class Work(CancellationToken cancellationToken)
    {
        /// <summary>Whoever asked has gone before it began; once begun it is finished.</summary>
        public bool IsCancelled
        {
            get
            {
                if (!cancellationToken.IsCancellationRequested)
                {
                    return false;
                }

                Fail(new OperationCanceledException(cancellationToken));
                return true;
            }
        }

        public Exception? Failure { get; set; }

        public abstract ValueTask RunAsync(WriteScope scope);

        public abstract void Succeed();

        public abstract void Fail(Exception failure);
    }

    private sealed class Work<T>(Func<WriteScope, ValueTask<T>> work, CancellationToken cancellationToken) : Work(cancellationToken)
    {
        // Whoever waits goes on elsewhere: the connection must not run a request's code.
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _value;

        public Task<T> Result => _done.Task;

        public override async ValueTask RunAsync(WriteScope scope) => _value = await scope.RunAsync(work);

        public override void Succeed() => _done.TrySetResult(_value!);

        public override void Fail(Exception failure) => _done.TrySetException(failure);
    }
}
