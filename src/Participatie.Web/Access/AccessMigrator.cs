using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Participatie.Surveys.Storage;
using Participatie.Web.Access.Migrations;

namespace Participatie.Web.Access;

/// <summary>Brings the tables of accounts to the present form. The domain's come first, and one instance at a time does both.</summary>
public sealed class AccessMigrator(IServiceScopeFactory scopes, Database database)
{
    /// <summary>One by one: going through the types of this assembly would load every page of the site before a command could begin.</summary>
    internal static readonly IReadOnlyList<Type> Migrations =
    [
        typeof(AccountTables), typeof(RoleGrants), typeof(AccountManagement), typeof(SingleSignOnTables),
    ];

    private static readonly string[] Known = [.. Migrations.Select(type => type.GetCustomAttribute<MigrationAttribute>()!.Id)];

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        // Nothing pending, nothing locked, as with the domain's: a second start must not be able to hang.
        if (await IsMigratedAsync(cancellationToken))
            return;
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<AccessDb>();
        // One process has the embedded database: a lock that is still there was left by a start that was killed.
        if (database.IsSqlite)
            await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock", cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
    }

    private async Task<bool> IsMigratedAsync(CancellationToken cancellationToken)
    {
        try
        {
            var applied = await database.ReadAsync(
                $"SELECT \"MigrationId\" FROM \"{AccessDb.HistoryTable}\"", row => row.GetString(0), cancellationToken);
            return !Known.Except(applied, StringComparer.Ordinal).Any();
        }
        catch (DbException)
        {
            return false;
        }
    }
}
