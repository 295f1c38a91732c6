using System.Data.Common;

namespace Participatie.Surveys.Storage;

/// <summary>
/// Of several processes on one PostgreSQL one has the turn: a lock that it holds for as long as its connection lives, so that it passes on
/// when the process ends, however that ends. On SQLite there is one process, which always has it.
/// </summary>
public sealed class Turn : IAsyncDisposable
{
    private const int AnswersWithinSeconds = 5;

    private readonly DbConnection? _connection;
    private readonly long _number;

    private Turn(DbConnection? connection, long number) => (_connection, _number) = (connection, number);

    /// <param name="database">That they share.</param>
    /// <param name="number">Of what is done: the same in every process.</param>
    /// <param name="cancellationToken">The program stops.</param>
    /// <returns>Null when another one has it.</returns>
    public static async Task<Turn?> TryTakeAsync(Database database, long number, CancellationToken cancellationToken)
    {
        if (database.IsSqlite)
        {
            return new Turn(null, number);
        }

        var connection = await database.OpenAsync(cancellationToken);
        var isTaken = false;
        try
        {
            isTaken = await AskAsync(connection, $"SELECT pg_try_advisory_lock({number})", cancellationToken);
            if (!isTaken)
            {
                return null;
            }

            // A machine that lost its power or its network says no goodbye: the server finds out within half a minute.
            await AskAsync(
                connection,
                "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3; SELECT true",
                cancellationToken);
            return new Turn(connection, number);
        }
        finally
        {
            if (!isTaken)
            {
                await connection.DisposeAsync();
            }
        }
    }

    /// <exception cref="DbException">The connection broke, and the turn went with it.</exception>
    public async Task DemandAsync(CancellationToken cancellationToken)
    {
        if (_connection is not null)
        {
            await AskAsync(_connection, "SELECT true", cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is null)
        {
            return;
        }

        try
        {
            // By name: a connection that returns to the pool keeps its locks until it is used again.
            await AskAsync(_connection, $"SELECT pg_advisory_unlock({_number})", CancellationToken.None);
        }
        catch (Exception gone) when (gone is DbException or InvalidOperationException)
        {
            // The connection broke, and the lock went with it.
        }

        await _connection.DisposeAsync();
    }

    private static async Task<bool> AskAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = AnswersWithinSeconds;
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }
}
