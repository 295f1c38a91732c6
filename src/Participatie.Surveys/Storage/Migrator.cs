using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Participatie.Surveys.Storage;

/// <summary>Brings the database to the present form at the start. With several instances one does it and the others wait.</summary>
/// <remarks>
/// Rules for migrations. During an update the release before runs on the migrated tables, and an update may be taken back:
/// <list type="number">
/// <item>Only add: tables, indexes, and columns that are null or have a default, so that rows which the release before writes are whole.
/// <c>MigrationTests</c> holds it.</item>
/// <item>What a new column says must be right for such a row: its default means "as it was before".</item>
/// <item>Nothing is renamed or changed in kind: add the new one, write both, and read the new one when it is there.</item>
/// <item>Remove a release later: first a release that neither reads nor writes it, then the one that drops it.</item>
/// <item>No lock that lasts: an index on a large table is made <c>CONCURRENTLY</c>, rows are filled in by housekeeping and not here.</item>
/// <item>One number, one migration, for both databases; its number is higher than every one on main.</item>
/// </list>
/// <c>RollingUpdateTests</c> (<c>./test --full</c>) runs the release before the newest migration and this one side by side.
/// </remarks>
public sealed class Migrator(Database database)
{
    /// <summary>Any number will do, as long as every instance uses the same.</summary>
    private const long PostgresLock = 0x50617274;

    /// <summary>The migration that came with filling with zeros what is deleted.</summary>
    private const string SecureDeletion = "20261127150000_WhatIsForgotten";

    private static readonly string[] Known = KnownMigrations.Of(typeof(Migrator).Assembly);

    public Task MigrateAsync(CancellationToken cancellationToken) => MigrateAsync(static _ => Task.CompletedTask, cancellationToken);

    /// <param name="first">What has to be done once on the migrated database, before any other instance goes on.</param>
    /// <param name="cancellationToken">The start was broken off.</param>
    public async Task MigrateAsync(Func<CancellationToken, Task> first, CancellationToken cancellationToken)
    {
        if (database.IsSqlite)
        {
            await MigratePendingAsync(cancellationToken);
            await first(cancellationToken);
            return;
        }

        // Held by this connection, so that it ends with the process too, however that ends. Given back by name: a connection that
        // returns to the pool keeps its locks until it is used again.
        await using var connection = await database.OpenAsync(cancellationToken);
        await ExecuteAsync(connection, $"SELECT pg_advisory_lock({PostgresLock})", cancellationToken);
        try
        {
            await MigratePendingAsync(cancellationToken);
            await first(cancellationToken);
        }
        finally
        {
            await ExecuteAsync(connection, $"SELECT pg_advisory_unlock({PostgresLock})", CancellationToken.None);
        }
    }

    /// <summary>
    /// Asked at every start and every probe: without Entity Framework's model, which takes longer to make than the answer.
    /// </summary>
    public async Task<bool> IsMigratedAsync(CancellationToken cancellationToken)
    {
        if (database.File is { } file && !File.Exists(file))
        {
            // Looking would make an empty one.
            return false;
        }

        try
        {
            var applied = await database.ReadAsync(
                "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"", row => row.GetString(0), cancellationToken);
            return !Known.Except(applied, StringComparer.Ordinal).Any();
        }
        catch (DbException)
        {
            // Not there, or no tables yet.
            return false;
        }
    }

    private async Task MigratePendingAsync(CancellationToken cancellationToken)
    {
        // Nothing pending, nothing locked: a second start must not be able to hang.
        if (await IsMigratedAsync(cancellationToken))
        {
            return;
        }

        await using var context = database.NewContext();
        if (database.IsSqlite)
        {
            await DropOrphanedLockAsync(context, cancellationToken);
        }

        var pending = await context.Database.GetPendingMigrationsAsync(cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
        if (database.IsSqlite && pending.Contains(SecureDeletion, StringComparer.Ordinal))
        {
            // Once: releases before it left what was deleted in the gaps of the file.
            await context.Database.ExecuteSqlRawAsync("VACUUM", cancellationToken);
        }
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        // Another instance may be migrating for a while.
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task DropOrphanedLockAsync(ParticipatieDb context, CancellationToken cancellationToken)
    {
        // One process has the embedded database, so a lock that is still there was left by a start that was killed; Migrate()
        // would wait for it for ever.
        if (await context.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellationToken))
        {
            await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock", cancellationToken);
        }
    }
}
