using System.Globalization;
using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Participatie.Surveys.Storage;

/// <summary>
/// A whole copy in one file, made while the site runs: a zip with the SQLite file, or with one binary copy per table of PostgreSQL
/// (<see cref="PostgresBackup"/>). The code key is not in it, because a backup with its key would open every receipt.
/// </summary>
public sealed class Backup(Database database, TimeProvider clock)
{
    internal const string BegunEntry = "begun.txt";
    private const string SqliteEntry = "participatie.db";

    /// <summary>Writes under another name first, so that what has the final name is whole.</summary>
    public async Task WriteAsync(string file, CancellationToken cancellationToken)
    {
        var unfinished = file + ".unfinished";
        try
        {
            await using (var zip = new ZipArchive(PrivateFile.Create(unfinished), ZipArchiveMode.Create))
            {
                await WriteTextAsync(
                    zip, BegunEntry, clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), cancellationToken);
                await (database.IsSqlite
                    ? WriteSqliteAsync(zip, file, cancellationToken)
                    : new PostgresBackup(database).WriteAsync(zip, cancellationToken));
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
        await (database.IsSqlite
            ? RestoreSqliteAsync(zip, cancellationToken)
            : new PostgresBackup(database).RestoreAsync(zip, cancellationToken));
    }

    /// <summary>When the backup was begun: what was forgotten since then is still in it.</summary>
    /// <exception cref="InvalidOperationException">It is no backup.</exception>
    public static async Task<DateTimeOffset> BegunAtAsync(string file, CancellationToken cancellationToken)
    {
        await using var zip = await ZipFile.OpenReadAsync(file, cancellationToken);
        var begun = await ReadTextAsync(zip, BegunEntry, cancellationToken)
            ?? throw new InvalidOperationException("This is no whole backup.");
        return DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(begun, NumberStyles.None, CultureInfo.InvariantCulture));
    }

    internal static async Task WriteTextAsync(ZipArchive zip, string name, string text, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(await zip.CreateEntry(name).OpenAsync(cancellationToken));
        await writer.WriteAsync(text.AsMemory(), cancellationToken);
    }

    /// <returns>Null when there is no such entry.</returns>
    internal static async Task<string?> ReadTextAsync(ZipArchive zip, string name, CancellationToken cancellationToken)
    {
        if (zip.GetEntry(name) is not { } entry)
        {
            return null;
        }

        using var reader = new StreamReader(await entry.OpenAsync(cancellationToken));
        return await reader.ReadToEndAsync(cancellationToken);
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

            await EmptyAsync(copy, cancellationToken);
            await zip.CreateEntryFromFileAsync(copy, SqliteEntry, CompressionLevel.Fastest, cancellationToken);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    /// <summary>Takes out of a copy what is about the database that it was made of.</summary>
    private async Task EmptyAsync(string copy, CancellationToken cancellationToken)
    {
        // Not pooled: an open file could not be deleted everywhere.
        await using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString());
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        // Filled with zeros, and without a journal that would hold what was there.
        command.CommandText = "PRAGMA journal_mode = MEMORY; PRAGMA secure_delete = ON; "
            + string.Concat(TablesOutside().Select(table => $"DELETE FROM {table}; "));
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private IReadOnlyList<string> TablesOutside()
    {
        using var context = database.NewContext();
        return [.. context.Model.GetEntityTypes().Where(type => type.RetentionOf() == Retention.NotInBackup)
            .Select(type => type.GetTableName()!)];
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

            // Of a database that is gone, left by a process that was killed: it would be played into this one.
            File.Delete(database.File + "-wal");
            File.Delete(database.File + "-shm");
            File.Move(unfinished, database.File!);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
