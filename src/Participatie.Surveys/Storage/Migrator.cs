using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Participatie.Surveys.Storage;

/// <summary>Brings the database to the present form at the start. With several instances one does it and the others wait.</summary>
public sealed class Migrator(Database database)
{
    /// <summary>Any number will do, as long as every instance uses the same.</summary>
    private const long PostgresLock = 0x50617274;

    public Task MigrateAsync(CancellationToken cancellationToken) => MigrateAsync(static _ => Task.CompletedTask, cancellationToken);

    /// <param name="first">What has to be done once on the migrated database, before any other instance goes on.</param>
    /// <param name="cancellationToken">The start was broken off.</param>
    public async Task MigrateAsync(Func<CancellationToken, Task> first, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        if (database.IsSqlite)
        {
            await DropOrphanedLockAsync(context, cancellationToken);
            await MigratePendingAsync(context, cancellationToken);
            await first(cancellationToken);
            return;
        }

        // Held by this connection, so that it ends with the process too, however that ends. Given back by name: a connection that
        // returns to the pool keeps its locks until it is used again.
        await context.Database.OpenConnectionAsync(cancellationToken);
        await context.Database.ExecuteSqlRawAsync($"SELECT pg_advisory_lock({PostgresLock})", cancellationToken);
        try
        {
            await MigratePendingAsync(context, cancellationToken);
            await first(cancellationToken);
        }
        finally
        {
            await context.Database.ExecuteSqlRawAsync($"SELECT pg_advisory_unlock({PostgresLock})", CancellationToken.None);
        }
    }

    public async Task<bool> IsMigratedAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await context.Database.CanConnectAsync(cancellationToken)
            && !(await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
    }

    private static async Task MigratePendingAsync(ParticipatieDb context, CancellationToken cancellationToken)
    {
        // Nothing pending, nothing locked: a second start must not be able to hang.
        if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await context.Database.MigrateAsync(cancellationToken);
        }
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
