using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Participatie.Surveys.Storage;

/// <summary>One connection of the grouped writer, with its statements, kept open from group to group.</summary>
internal sealed class WriterConnection(Database database) : IAsyncDisposable
{
    /// <summary>PostgreSQL's name for two transactions that wait for each other, of which this one was chosen to give way.</summary>
    private const string Deadlock = "40P01";

    /// <summary>Two looked whether a row is there and then put it in: the next time the second one finds it.</summary>
    private const string AlreadyThere = "23505";

    private const int MostAttempts = 5;

    private DbConnection? _connection;
    private PreparedStatements? _statements;

    /// <summary>The database answered the attempt that is under way: before that, nothing of it can have been done.</summary>
    private bool _isReached;

    /// <summary>Runs the group in one transaction and tells each piece of work its own result. Never throws.</summary>
    public ValueTask RunAsync(IReadOnlyList<GroupedWriter.Work> group) => RunAsync(group, attempt: 1);

    private async ValueTask RunAsync(IReadOnlyList<GroupedWriter.Work> group, int attempt)
    {
        try
        {
            _isReached = false;
            await RunInTransactionAsync(group);
        }
#pragma warning disable CA1031 // Whatever broke the group is the result of each one in it, and the connection goes on with a new connection.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            await CloseAsync();
            // The connection broke while nobody used it: the database was restarted, or something between us gave it up.
            if (!_isReached && attempt == 1)
            {
                await RunAsync(group, attempt + 1);
                return;
            }

            foreach (var work in group)
            {
                work.Fail(work.Failure ?? failure);
            }

            return;
        }

        // A group holds its rows until the commit, so two connections may hold what the other one wants: nobody's fault, and the next time it works.
        List<GroupedWriter.Work>? gaveWay = null;
        foreach (var work in group)
        {
            if (StateOf(work.Failure) is Deadlock or AlreadyThere && attempt < MostAttempts)
            {
                (gaveWay ??= []).Add(work);
            }
            else if (work.Failure is { } failure)
            {
                work.Fail(failure);
            }
            else
            {
                work.Succeed();
            }
        }

        foreach (var work in gaveWay ?? [])
        {
            work.Failure = null;
            await RunAsync([work], attempt + 1);
        }
    }

    public async ValueTask DisposeAsync() => await CloseAsync();

    private static string? StateOf(Exception? failure) => ((failure is DbUpdateException ? failure.InnerException : failure) as DbException)?.SqlState;

    private async ValueTask RunInTransactionAsync(IReadOnlyList<GroupedWriter.Work> group)
    {
        var connection = _connection ??= await OpenAsync();
        _statements ??= new PreparedStatements(connection);
        // Not deferred: a transaction that begins to write later could find that somebody else did first.
        await using var transaction = connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: false)
            : await connection.BeginTransactionAsync();
        foreach (var work in group)
        {
            await using var scope = new WriteScope(database, connection, transaction, _statements);
            await scope.ExecuteAsync("SAVEPOINT item");
            _isReached = true;
            try
            {
                await work.RunAsync(scope);
            }
#pragma warning disable CA1031 // The one result is the one's who asked; the others in the group go on.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                work.Failure = failure;
                await scope.ExecuteAsync("ROLLBACK TO SAVEPOINT item");
            }

            await scope.ExecuteAsync("RELEASE SAVEPOINT item");
        }

        await transaction.CommitAsync();
    }

    private async ValueTask<DbConnection> OpenAsync()
    {
        var connection = await database.OpenAsync(CancellationToken.None);
        if (database.IsSqlite)
        {
            await using var pragmas = connection.CreateCommand();
            // FULL: a commit is on disk before anybody is thanked. What is deleted or written over is filled with zeros.
            pragmas.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA busy_timeout = 10000;";
            await pragmas.ExecuteNonQueryAsync();
        }

        return connection;
    }

    private async ValueTask CloseAsync()
    {
        _statements?.Dispose();
        _statements = null;
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
            _connection = null;
        }
    }
}
