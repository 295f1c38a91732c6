using System.Data.Common;

namespace Participatie.Surveys.Storage;

/// <summary>Reading rows with a raw statement, where an EF query would cost more than the page it is for.</summary>
public static class RowReading
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

        await using var connection = await database.OpenAsync(cancellationToken);
        using var statements = new PreparedStatements(connection);
        await using var command = statements.Of(sql, null, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(map(reader));
        }

        return rows;
    }

    public static byte[]? BytesOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<byte[]>(column);
}
