using System.Data;
using System.Data.Common;
using System.Diagnostics;
using Npgsql;

namespace Participatie.Surveys.Storage;

/// <summary>Runs each piece of work in a transaction of its own, on a connection of the pool.</summary>
internal sealed class PostgresTransactions(Database database) : IAsyncDisposable
{
    /// <summary>More at once only wait for each other, and take connections from those who read.</summary>
    private const int MostAtOnce = 16;

    private const int MostAttempts = 3;

    private readonly SemaphoreSlim _places = new(MostAtOnce);

    public async Task<T> RunAsync<T>(Func<WriteScope, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        // From here on somebody waits, also for a place that others hold while the database is away.
        var began = Stopwatch.GetTimestamp();
        await _places.WaitAsync(cancellationToken);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                await using var connection = await database.OpenAsync(cancellationToken);
                await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);
                await using var scope = new WriteScope(database, connection, transaction, new PreparedStatements(connection));
                T value;
                try
                {
                    value = await scope.RunAsync(work);
                }
                catch (Exception failure) when (MayWorkAgain(failure, connection, attempt, began))
                {
                    // Not committed, so nothing of it was done.
                    if (DatabaseAway.Is(failure) || DatabaseAway.IsReadOnly(failure))
                    {
                        await DatabaseAway.WaitAsync(CancellationToken.None);
                    }

                    continue;
                }

                await CommitAsync(transaction);
                return value;
            }
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Waits for what is under way.</summary>
    public async ValueTask DisposeAsync()
    {
        for (var place = 0; place < MostAtOnce; place++)
        {
            await _places.WaitAsync();
        }

        _places.Dispose();
    }

    private static async Task CommitAsync(DbTransaction transaction)
    {
        try
        {
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (NpgsqlException broken) when (broken is not PostgresException || DatabaseAway.Is(broken))
        {
            // Also when it took too long: unlike a statement, it may have been done. What the server itself refuses was not.
            throw new UnknownCommitException(broken);
        }
    }

    private bool MayWorkAgain(Exception failure, DbConnection connection, int attempt, long began)
    {
        // Whoever waited for a place meanwhile tries once more all the same.
        var mayWait = attempt == 1 || DatabaseAway.MayWait(began);
        if (DatabaseAway.IsReadOnly(failure))
        {
            // Switched over: what was the first server still answers, and takes nothing any more.
            database.ForgetConnections();
            return mayWait;
        }

        // The database was restarted: every connection of the pool may be broken, so this is no matter of a number of attempts.
        return connection.State != ConnectionState.Open
            ? mayWait
            // Two that waited for each other, or looked whether a row is there and then put it in: the next time the other one is done.
            : attempt < MostAttempts && failure is PostgresException
            {
                SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure
                    or PostgresErrorCodes.UniqueViolation,
            };
    }
}
