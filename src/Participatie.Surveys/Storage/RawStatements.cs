using System.Data;
using System.Data.Common;
using System.Diagnostics;

namespace Participatie.Surveys.Storage;

/// <summary>
/// Raw statements, here and in <see cref="WriteScope"/>. Where a person waits for one thing, Entity Framework reads and writes it; raw are
/// only
/// <list type="bullet">
/// <item>the four ways that thousands go at once, measured: the draft of each page, the hand-in, the queue and the tallies;</item>
/// <item>reading in bulk, with what a command does before it: such a command reads a million responses in a second and would wait a third
/// of one for Entity Framework's model;</item>
/// <item>what no model knows: where rows lie on the disk, locks, copies, the catalogue of tables.</item>
/// </list>
/// A test lists the files.
/// </summary>
public static class RawStatements
{
    /// <summary>Runs the query outside any transaction and maps each row.</summary>
    public static async ValueTask<List<T>> ReadAsync<T>(
        this Database database,
        string sql,
        Func<DbDataReader, T> map,
        CancellationToken cancellationToken,
        params (string Name, object? Value)[] values)
    {
        var rows = new List<T>();
        if (database.IsSqlite)
        {
            // SQLite answers on this thread either way, so nothing is won by waiting for it.
            database.WithReader(statements =>
            {
                using var reader = statements.Of(sql, null, values).ExecuteReader();
                while (reader.Read())
                {
                    rows.Add(map(reader));
                }
            });
            return rows;
        }

        for (var began = Stopwatch.GetTimestamp(); ;)
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            try
            {
                using var statements = new PreparedStatements(connection);
                await using var command = statements.Of(sql, null, values);
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                while (await reader.ReadAsync(cancellationToken))
                {
                    rows.Add(map(reader));
                }

                return rows;
            }
            catch (DbException) when (connection.State != ConnectionState.Open && DatabaseAway.MayWait(began))
            {
                // Restarted since this connection was used last.
                rows.Clear();
            }
        }
    }

    public static byte[]? BytesOrNull(this DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<byte[]>(column);
}
