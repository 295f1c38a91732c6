using System.Data;
using System.Globalization;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Participatie.Surveys.Storage;

/// <summary>Copies whatever tables PostgreSQL has, of this model and of others, in an order that their foreign keys allow.</summary>
internal sealed class PostgresBackup(Database database)
{
    private const string MigrationEntry = "migration.txt";
    private const string CountersEntry = "counters.txt";
    private const string Responses = "responses";
    private const string ProtectionKeys = "data_protection_keys";

    /// <summary>
    /// A key that is not encrypted would open cookies and forms wherever the backup lies. Without it they are void after a restore, and
    /// nothing else is.
    /// </summary>
    private const string Readable = "xml NOT LIKE '%<encryptedSecret %' AND xml NOT LIKE '<revocation%'";

    /// <summary>What in the archive is no table.</summary>
    private static readonly string[] OtherEntries = [Backup.BegunEntry, MigrationEntry, CountersEntry];

    public async Task WriteAsync(ZipArchive zip, CancellationToken cancellationToken)
    {
        await using var connection = (NpgsqlConnection)await database.OpenAsync(cancellationToken);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await Backup.WriteTextAsync(zip, MigrationEntry, await LastMigrationAsync(cancellationToken), cancellationToken);
        foreach (var table in await TablesAsync(connection, cancellationToken))
        {
            await using var entry = await zip.CreateEntry(table.Name, CompressionLevel.Fastest).OpenAsync(cancellationToken);
            // Along the key: the order in which rows lie tells when they came. Responses are many, and lie in random order already.
            var source = table.Name == Responses || table.Key is null
                ? $"{table.Quoted} ({table.Columns})"
                : $"(SELECT {table.Columns} FROM {table.Quoted}{(table.Name == ProtectionKeys ? $" WHERE NOT ({Readable})" : "")} ORDER "
                    + $"BY {table.Key})";
            await using var rows = await connection.BeginRawBinaryCopyAsync($"COPY {source} TO STDOUT (FORMAT BINARY)", cancellationToken);
            await rows.CopyToAsync(entry, cancellationToken);
        }

        // Last: they belong to no transaction, and are never behind the rows above.
        await Backup.WriteTextAsync(zip, CountersEntry, await CountersAsync(connection, cancellationToken), cancellationToken);
    }

    public async Task RestoreAsync(ZipArchive zip, CancellationToken cancellationToken)
    {
        var made = await Backup.ReadTextAsync(zip, MigrationEntry, cancellationToken)
            ?? throw new InvalidOperationException("This is no backup of a PostgreSQL database.");
        await new Migrator(database).MigrateAsync(cancellationToken);
        if (made != await LastMigrationAsync(cancellationToken))
        {
            throw new InvalidOperationException("This backup is of another version of the program. Restore it with that version.");
        }

        await using var connection = (NpgsqlConnection)await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var tables = await TablesAsync(connection, cancellationToken);
        if (zip.Entries.Select(entry => entry.FullName)
            .Except([.. OtherEntries, .. tables.Select(table => table.Name)], StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw new InvalidOperationException($"The backup has a table {unknown}, which this database lacks.");
        }

        foreach (var table in tables)
        {
            if (await connection.ScalarAsync($"SELECT EXISTS (SELECT 1 FROM {table.Quoted})", cancellationToken) is true)
            {
                throw new InvalidOperationException("There is data already. Restore into an empty database.");
            }

            var entry = zip.GetEntry(table.Name) ?? throw new InvalidOperationException($"The backup lacks the table {table.Name}.");
            await using var source = await entry.OpenAsync(cancellationToken);
            // Takes the values of columns that the database fills by itself as they are.
            await using var rows = await connection.BeginRawBinaryCopyAsync(
                $"COPY {table.Quoted} ({table.Columns}) FROM STDIN (FORMAT BINARY)", cancellationToken);
            await source.CopyToAsync(rows, cancellationToken);
        }

        await SetCountersAsync(connection, await Backup.ReadTextAsync(zip, CountersEntry, cancellationToken) ?? "", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>A line each: how far the database has counted, and for which column.</summary>
    private static async Task<string> CountersAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        (string)(await connection.ScalarAsync(
        """
        SELECT COALESCE(string_agg(last_value || ' ' || quote_ident(sequencename), E'\n' ORDER BY sequencename), '')
        FROM pg_sequences WHERE schemaname = current_schema() AND last_value IS NOT NULL
        """,
        cancellationToken))!;

    private static async Task SetCountersAsync(NpgsqlConnection connection, string counters, CancellationToken cancellationToken)
    {
        foreach (var counter in counters.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var space = counter.IndexOf(' ', StringComparison.Ordinal);
            await using var command = new NpgsqlCommand("SELECT setval(@name::regclass, @value)", connection);
            command.Parameters.AddWithValue("name", counter[(space + 1)..]);
            command.Parameters.AddWithValue("value", long.Parse(counter.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private async Task<IReadOnlyList<PostgresTable>> TablesAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var left = context.Model.GetEntityTypes().Where(type => type.RetentionOf() == Retention.NotInBackup)
            .Select(type => type.GetTableName()).ToHashSet();
        return [.. (await PostgresTable.ListAsync(connection, cancellationToken)).Where(table => !left.Contains(table.Name))];
    }

    private async Task<string> LastMigrationAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).Last();
    }
}
