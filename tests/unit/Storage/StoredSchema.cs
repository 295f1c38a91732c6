using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Participatie.Surveys.Storage;

namespace Participatie.Tests.Storage;

/// <summary>
/// Tables as lines of text: columns with type and nullability, keys, indexes and foreign keys, of a database or of the model that it is
/// read with.
/// </summary>
internal static class StoredSchema
{
    /// <summary>As the model expects them.</summary>
    public static async Task<IReadOnlyList<string>> OfModelAsync(Database database)
    {
        await using var context = database.NewContext();
        return OfModel(context);
    }

    /// <summary>Those of any context.</summary>
    public static IReadOnlyList<string> OfModel(DbContext context)
    {
        var tables = context.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables;
        return [.. tables.SelectMany(Lines).Order(StringComparer.Ordinal)];
    }

    /// <summary>As the database has them.</summary>
    public static async Task<IReadOnlyList<string>> OfDatabaseAsync(Database database, CancellationToken cancellationToken)
    {
        var lines = await database.ReadAsync(database.IsSqlite ? SqliteLines : PostgresLines, row => row.GetString(0), cancellationToken);
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    /// <summary>The columns for which the database itself makes values that tell an order.</summary>
    public static async Task<IReadOnlyList<string>> CountedByDatabaseAsync(Database database, CancellationToken cancellationToken) =>
        await database.ReadAsync(
        database.IsSqlite
            ? """
              SELECT t.name || '.'
                  || COALESCE((SELECT c.name FROM pragma_table_info(t.name) c WHERE c.pk = 1 AND c.type = 'INTEGER'), 'rowid')
              FROM pragma_table_list t WHERE t.type = 'table' AND t.wr = 0
                  AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\'
              """
            : """
              SELECT c.relname || '.' || a.attname FROM pg_class c
              JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
              WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
                  AND (a.attidentity <> '' OR pg_get_expr(d.adbin, d.adrelid) LIKE '%(%')
              """,
        row => row.GetString(0),
        cancellationToken);

    private static IEnumerable<string> Lines(ITable table) =>
    [
        .. table.Columns.Select(column => $"{table.Name}.{column.Name} {column.StoreType}{(column.IsNullable ? "" : " NOT NULL")}"),
        $"{table.Name} PRIMARY KEY ({Names(table.PrimaryKey!.Columns)})",
        .. table.Indexes.Select(index =>
            $"{table.Name} {(index.IsUnique ? "UNIQUE" : "INDEX")} ({Names(index.Columns)}){(index.Filter is null ? "" : " PARTIAL")}"),
        .. table.ForeignKeyConstraints.Select(key => $"{table.Name} REFERENCES {key.PrincipalTable.Name} ({Names(key.Columns)})"),
    ];

    private static string Names(IEnumerable<IColumn> columns) => string.Join(", ", columns.Select(column => column.Name));

    private const string SqliteLines =
        """
        WITH t AS (SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\_\_EF%' ESCAPE '\')
        SELECT t.name || '.' || c.name || ' ' || c.type || CASE c."notnull" WHEN 1 THEN ' NOT NULL' ELSE '' END
        FROM t JOIN pragma_table_info(t.name) c
        UNION ALL
        SELECT t.name || ' PRIMARY KEY ('
            || (SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_table_info(t.name) WHERE pk > 0 ORDER BY pk)) || ')' FROM t
        UNION ALL
        SELECT t.name || CASE i."unique" WHEN 1 THEN ' UNIQUE' ELSE ' INDEX' END
            || ' (' || (SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno)) || ')'
            || CASE i.partial WHEN 1 THEN ' PARTIAL' ELSE '' END
        FROM t JOIN pragma_index_list(t.name) i WHERE i.origin <> 'pk'
        UNION ALL
        SELECT t.name || ' REFERENCES ' || f."table" || ' (' || group_concat(f."from", ', ') || ')'
        FROM t JOIN pragma_foreign_key_list(t.name) f GROUP BY t.name, f.id
        """;

    private const string PostgresLines =
        """
        WITH t AS (SELECT oid, relname::text AS name FROM pg_class
            WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND relname NOT LIKE '\_\_EF%')
        SELECT t.name || '.' || attname || ' ' || format_type(atttypid, atttypmod) || CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END
        FROM t JOIN pg_attribute ON attrelid = t.oid AND attnum > 0 AND NOT attisdropped
        UNION ALL
        SELECT t.name || CASE WHEN i.indisprimary THEN ' PRIMARY KEY' WHEN i.indisunique THEN ' UNIQUE' ELSE ' INDEX' END
            || ' (' || (SELECT string_agg(attname, ', ' ORDER BY array_position(i.indkey::int2[], attnum)) FROM pg_attribute
                WHERE attrelid = t.oid AND attnum = ANY (i.indkey)) || ')'
            || CASE WHEN i.indpred IS NULL THEN '' ELSE ' PARTIAL' END
        FROM t JOIN pg_index i ON i.indrelid = t.oid
        UNION ALL
        SELECT t.name || ' REFERENCES ' || r.relname || ' ('
            || (SELECT string_agg(attname, ', ' ORDER BY array_position(f.conkey, attnum)) FROM pg_attribute
                WHERE attrelid = t.oid AND attnum = ANY (f.conkey)) || ')'
        FROM t JOIN pg_constraint f ON f.conrelid = t.oid AND f.contype = 'f' JOIN pg_class r ON r.oid = f.confrelid
        """;
}
