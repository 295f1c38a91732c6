using System.Globalization;
using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Participatie.Surveys.Storage;

/// <summary>
/// A whole copy in one file, made while the site runs: a zip with the SQLite file, or with one binary copy per table of PostgreSQL.
/// The code key is not in it, because a backup with its key would open every receipt.
/// </summary>
public sealed class Backup(Database database, TimeProvider clock)
{
    private const string BegunEntry = "begun.txt";
    private const string SqliteEntry = "participatie.db";
    private const string MigrationEntry = "migration.txt";
    private const string Responses = "responses";

    /// <summary>Writes under another name first, so that what has the final name is whole.</summary>
    public async Task WriteAsync(string file, CancellationToken cancellationToken)
    {
        var unfinished = file + ".unfinished";
        try
        {
            await using (var zip = new ZipArchive(PrivateFile.Create(unfinished), ZipArchiveMode.Create))
            {
                await using (var begun = new StreamWriter(await zip.CreateEntry(BegunEntry).OpenAsync(cancellationToken)))
                {
                    await begun.WriteAsync(clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
                }

                await (database.IsSqlite ? WriteSqliteAsync(zip, file, cancellationToken) : WritePostgresAsync(zip, cancellationToken));
            }

            File.Move(unfinished, file, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Brings a backup back into an empty database.</summary>
    /// <exception cref="InvalidOperationException">There is data already, or the backup is of another kind or version.</exception>
    public async Task RestoreAsync(string file, CancellationToken cancellationToken)
    {
        await using var zip = await ZipFile.OpenReadAsync(file, cancellationToken);
        await (database.IsSqlite ? RestoreSqliteAsync(zip, cancellationToken) : RestorePostgresAsync(zip, cancellationToken));
    }

    /// <summary>When the backup was begun: what was forgotten since then is still in it.</summary>
    /// <exception cref="InvalidOperationException">It is no backup.</exception>
    public static async Task<DateTimeOffset> BegunAtAsync(string file, CancellationToken cancellationToken)
    {
        await using var zip = await ZipFile.OpenReadAsync(file, cancellationToken);
        var begun = zip.GetEntry(BegunEntry) ?? throw new InvalidOperationException("This is no whole backup.");
        using var reader = new StreamReader(await begun.OpenAsync(cancellationToken));
        return DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(await reader.ReadToEndAsync(cancellationToken), NumberStyles.None, CultureInfo.InvariantCulture));
    }

    private async Task WriteSqliteAsync(ZipArchive zip, string file, CancellationToken cancellationToken)
    {
        var copy = file + ".copy";
        try
        {
            // The database fills a file that is there and empty, and leaves its rights as they are.
            await PrivateFile.Create(copy).DisposeAsync();
            await using (var connection = (SqliteConnection)await database.OpenAsync(cancellationToken))
            await using (var command = connection.CreateCommand())
            {
                // One consistent moment, whatever is written meanwhile.
                command.CommandText = "VACUUM INTO @copy";
                command.Parameters.AddWithValue("@copy", copy);
                command.CommandTimeout = 0;
                await command.ExecuteNonQueryAsync(cancellationToken);
            }

            await zip.CreateEntryFromFileAsync(copy, SqliteEntry, CompressionLevel.Fastest, cancellationToken);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private async Task RestoreSqliteAsync(ZipArchive zip, CancellationToken cancellationToken)
    {
        var entry = zip.GetEntry(SqliteEntry) ?? throw new InvalidOperationException("This is no backup of an embedded database.");
        if (File.Exists(database.File))
        {
            throw new InvalidOperationException("There is a database already. Restore into an empty data folder.");
        }

        // Under another name first: half a database would be taken for a whole one.
        var unfinished = database.File + ".unfinished";
        try
        {
            await using (var source = await entry.OpenAsync(cancellationToken))
            await using (var target = PrivateFile.Create(unfinished))
            {
                await source.CopyToAsync(target, cancellationToken);
            }

            File.Move(unfinished, database.File!);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private async Task WritePostgresAsync(ZipArchive zip, CancellationToken cancellationToken)
    {
        await using var connection = (NpgsqlConnection)await database.OpenAsync(cancellationToken);
        await using var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        await using (var migration = new StreamWriter(await zip.CreateEntry(MigrationEntry).OpenAsync(cancellationToken)))
        {
            await migration.WriteAsync(await LastMigrationAsync(cancellationToken));
        }

        foreach (var (table, key) in Tables())
        {
            await using var entry = await zip.CreateEntry(table, CompressionLevel.Fastest).OpenAsync(cancellationToken);
            // Along the key: the order in which rows lie tells when they came. Responses are many, and lie in random order already.
            var source = table == Responses ? table : $"(SELECT * FROM {table} ORDER BY {key})";
            await using var rows = await connection.BeginRawBinaryCopyAsync($"COPY {source} TO STDOUT (FORMAT BINARY)", cancellationToken);
            await rows.CopyToAsync(entry, cancellationToken);
        }
    }

    private async Task RestorePostgresAsync(ZipArchive zip, CancellationToken cancellationToken)
    {
        var made = zip.GetEntry(MigrationEntry) ?? throw new InvalidOperationException("This is no backup of a PostgreSQL database.");
        await new Migrator(database).MigrateAsync(cancellationToken);
        using (var reader = new StreamReader(await made.OpenAsync(cancellationToken)))
        {
            if (await reader.ReadToEndAsync(cancellationToken) != await LastMigrationAsync(cancellationToken))
            {
                throw new InvalidOperationException("This backup is of another version of the program. Restore it with that version.");
            }
        }

        await using var connection = (NpgsqlConnection)await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var (table, _) in Tables())
        {
            await using var filled = new NpgsqlCommand($"SELECT EXISTS (SELECT 1 FROM {table})", connection, transaction);
            if (await filled.ExecuteScalarAsync(cancellationToken) is true)
            {
                throw new InvalidOperationException("There is data already. Restore into an empty database.");
            }

            var entry = zip.GetEntry(table) ?? throw new InvalidOperationException($"The backup lacks the table {table}.");
            await using var source = await entry.OpenAsync(cancellationToken);
            await using var rows = await connection.BeginRawBinaryCopyAsync($"COPY {table} FROM STDIN (FORMAT BINARY)", cancellationToken);
            await source.CopyToAsync(rows, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private IReadOnlyList<(string Name, string Key)> Tables()
    {
        using var context = database.NewContext();
        return [.. context.Model.GetEntityTypes()
            .Select(type => (Name: type.GetTableName()!, Key: string.Join(", ", type.FindPrimaryKey()!.Properties.Select(property => property.GetColumnName()))))
            .OrderBy(table => table.Name, StringComparer.Ordinal)];
    }

    private async Task<string> LastMigrationAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).Last();
    }
}
