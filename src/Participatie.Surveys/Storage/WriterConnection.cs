using Microsoft.Data.Sqlite;

namespace Participatie.Surveys.Storage;

/// <summary>The one connection that writes to SQLite, with its statements, kept open from group to group.</summary>
internal sealed class WriterConnection(Database database) : IAsyncDisposable
{
    private SqliteConnection? _connection;
    private PreparedStatements? _statements;

    /// <summary>Runs the group in one transaction and tells each piece of work its own result. Never throws.</summary>
    public async ValueTask RunAsync(IReadOnlyList<GroupedWriter.Work> group)
    {
        Exception? broken = null;
        try
        {
            await RunInTransactionAsync(group);
        }
#pragma warning disable CA1031 // Whatever broke the group is the result of each one in it, and the writer goes on with a new connection.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            broken = failure;
            await DisposeAsync();
        }

        foreach (var work in group)
        {
            if ((work.Failure ?? broken) is { } failure)
            {
                work.Fail(failure);
            }
            else
            {
                work.Succeed();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _statements?.Dispose();
        _statements = null;
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
            _connection = null;
        }
    }

    private async ValueTask RunInTransactionAsync(IReadOnlyList<GroupedWriter.Work> group)
    {
        var connection = _connection ??= await OpenAsync();
        _statements ??= new PreparedStatements(connection);
        // Not deferred: a transaction that begins to write later could find that somebody else did first.
        await using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var work in group)
        {
            await using var scope = new WriteScope(database, connection, transaction, _statements);
            await scope.ExecuteAsync("SAVEPOINT item");
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

    private async ValueTask<SqliteConnection> OpenAsync()
    {
        var connection = (SqliteConnection)await database.OpenAsync(CancellationToken.None);
        await using var pragmas = connection.CreateCommand();
        // FULL: a commit is on disk before anybody is thanked. What is deleted or written over is filled with zeros.
        pragmas.CommandText =
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA busy_timeout = 10000;";
        await pragmas.ExecuteNonQueryAsync();
        return connection;
    }
}
