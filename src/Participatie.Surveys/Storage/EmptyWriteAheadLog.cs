using Microsoft.Data.Sqlite;

namespace Participatie.Surveys.Storage;

/// <summary>
/// Writes SQLite's write-ahead log back into the database and empties the file: until then it holds a copy of everything that was written
/// lately, also of what was wiped meanwhile, in the order in which it came.
/// </summary>
public sealed class EmptyWriteAheadLog(Database database)
{
    private const int MostTries = 40;

    /// <summary>A page reads for less than a millisecond: between two looks there is nearly always a moment without readers.</summary>
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(25);

    /// <returns>False when somebody read all the time, as a backup that is being made does; the next time tries again.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        if (database.File is not { } file || new FileInfo(file + "-wal") is not { Exists: true, Length: > 0 })
        {
            return true;
        }

        await using var connection = (SqliteConnection)await database.OpenAsync(cancellationToken);
        // The bulk of it beside the writer and the readers, the rest while they wait.
        await IsDoneAsync(connection, "PASSIVE", cancellationToken);
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (await IsDoneAsync(connection, "TRUNCATE", cancellationToken))
            {
                return true;
            }

            await Task.Delay(BetweenTries, cancellationToken);
        }

        return false;
    }

    private static async Task<bool> IsDoneAsync(SqliteConnection connection, string way, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA wal_checkpoint({way})";
        // The first column: whether somebody was in the way.
        return await command.ExecuteScalarAsync(cancellationToken) is 0L;
    }
}
