using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Tests.Storage;

public sealed class MigrationTests(PostgresCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task The_migrated_tables_are_those_of_the_model(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        await using var context = storage.The<Database>().NewContext();
        await using var connection = await storage.The<Database>().OpenAsync(Stop);

        foreach (var type in context.Model.GetEntityTypes())
        {
            var expected = type.GetProperties()
                .Select(property => (property.GetColumnName(), property.IsNullable))
                .Order();
            Assert.Equal(expected, await ColumnsAsync(connection, type.GetTableName()!, provider));
        }
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_second_start_finds_nothing_to_do_and_a_killed_one_left_no_lock(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        await using (var context = storage.The<Database>().NewContext())
        {
            if (provider == Provider.Sqlite)
            {
                await context.Database.ExecuteSqlRawAsync(
                    "CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT); INSERT OR IGNORE INTO __EFMigrationsLock VALUES (1, 'x');", Stop);
            }
        }

        await storage.The<Migrator>().MigrateAsync(Stop).WaitAsync(TimeSpan.FromSeconds(20), Stop);

        Assert.True(await storage.The<Migrator>().IsMigratedAsync(Stop));
    }

    [Fact]
    public async Task Of_several_instances_that_start_together_exactly_one_migrates()
    {
        var connection = await cluster.NewDatabaseAsync();
        var databases = Enumerable.Range(0, 4).Select(_ => Database.Postgres(connection)).ToList();

        await Task.WhenAll(databases.Select(database => new Migrator(database).MigrateAsync(Stop)));

        await using var context = databases[0].NewContext();
        Assert.Single(await context.Database.GetAppliedMigrationsAsync(Stop));
        foreach (var database in databases)
        {
            await database.DisposeAsync();
        }
    }

    [Fact]
    public async Task On_SQLite_no_table_keeps_the_order_in_which_rows_came()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);

        var withRowNumbers = await storage.The<Database>().ReadAsync(
            "SELECT name FROM pragma_table_list WHERE type = 'table' AND wr = 0 AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '__EF%'",
            row => row.GetString(0),
            Stop);

        Assert.Empty(withRowNumbers);
    }

    private static async Task<IEnumerable<(string, bool)>> ColumnsAsync(DbConnection connection, string table, Provider provider)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = provider == Provider.Sqlite
            ? $"SELECT name, \"notnull\" = 0 FROM pragma_table_info('{table}')"
            : $"SELECT column_name::text, is_nullable = 'YES' FROM information_schema.columns WHERE table_name = '{table}'";
        var columns = new List<(string, bool)>();
        await using var reader = await command.ExecuteReaderAsync(Stop);
        while (await reader.ReadAsync(Stop))
        {
            columns.Add((reader.GetString(0), reader.GetBoolean(1)));
        }

        return columns.Order();
    }
}
