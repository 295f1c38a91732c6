using Npgsql;

namespace Participatie.Surveys.Storage;

/// <summary>A table as the database's own catalogue knows it: whoever made it, and whatever was added to it.</summary>
/// <param name="Name">Without quotes.</param>
/// <param name="Columns">Quoted, with commas between; those that the database computes are not among them.</param>
/// <param name="Key">The columns of the primary key, the same way; null when it has none.</param>
/// <param name="References">The tables that it refers to.</param>
internal sealed record PostgresTable(string Name, string Columns, string? Key, string[] References)
{
    public string Quoted => $"\"{Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>All but the histories of migrations, each after those that it refers to.</summary>
    public static async Task<IReadOnlyList<PostgresTable>> ListAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT c.relname::text,
                (SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
                    WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''),
                (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY array_position(i.indkey::int2[], a.attnum))
                    FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
                    WHERE i.indrelid = c.oid AND i.indisprimary),
                ARRAY(SELECT r.relname::text FROM pg_constraint f JOIN pg_class r ON r.oid = f.confrelid
                    WHERE f.conrelid = c.oid AND f.contype = 'f')
            FROM pg_class c
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname NOT LIKE '\_\_EF%'
            """,
            connection);
        var tables = new Dictionary<string, PostgresTable>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var key = await reader.IsDBNullAsync(2, cancellationToken) ? null : reader.GetString(2);
            var table = new PostgresTable(reader.GetString(0), reader.GetString(1), key, reader.GetFieldValue<string[]>(3));
            tables.Add(table.Name, table);
        }

        return [.. ForeignKeyOrder.Of(tables.Keys, table => tables[table].References).Select(table => tables[table])];
    }
}
