using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Storage;

namespace Participatie.Tests.Storage;

/// <summary>What every table has to keep to, also those that come later and those of libraries.</summary>
public sealed class SchemaTests(PostgresCluster cluster)
{
    /// <summary>
    /// Where the database may make values by itself: tables of libraries, without rows of residents, with the reason beside each.
    /// </summary>
    private static readonly string[] MayBeCountedByDatabase = [];

    /// <summary>Made before foreign keys were the rule; SQLite would have to build them anew.</summary>
    private static readonly string[] WithoutForeignKey =
    [
        "drafts", "invitation_uses", "invitations", "not_understood", "published_results", "queue",
        "released_answers", "responses", "result_looks", "tallies", "versions",
    ];

    /// <summary>Their rows are deleted all the time, or written anew in random order.</summary>
    private static readonly string[] NotToBeReferredTo = ["responses", "drafts", "queue", "invitations"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Types_nullability_keys_and_indexes_are_those_of_the_model(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var model = await StoredSchema.OfModelAsync(storage.The<Database>());
        var migrated = await StoredSchema.OfDatabaseAsync(storage.The<Database>(), Stop);

        Assert.Empty(model.Except(migrated).Select(line => "not migrated: " + line));
        Assert.Empty(migrated.Except(model).Select(line => "not mapped: " + line));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Only_named_tables_are_counted_by_the_database(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        Assert.Equal(MayBeCountedByDatabase, await StoredSchema.CountedByDatabaseAsync(storage.The<Database>(), Stop));

        await AddTablesAsync(storage);
        Assert.Equal(["claims.id"], await StoredSchema.CountedByDatabaseAsync(storage.The<Database>(), Stop));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task New_tables_of_a_consultation_have_a_foreign_key_and_none_leads_to_rows_that_move(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        Assert.Equal([], await BreakTheRuleAsync(storage));

        await storage.The<GroupedWriter>().WriteAsync(
            async scope =>
            {
                await scope.ExecuteAsync("CREATE TABLE loose (consultation_id integer NOT NULL PRIMARY KEY)");
                await scope.ExecuteAsync("CREATE TABLE held (consultation_id integer NOT NULL PRIMARY KEY REFERENCES consultations (id))");
                await scope.ExecuteAsync(
                    $"CREATE TABLE tied (token {(scope.IsSqlite ? "BLOB" : "bytea")} NOT NULL PRIMARY KEY REFERENCES drafts (token_hash))");
            },
            Stop);
        Assert.Equal(["loose has no foreign key", "tied refers to drafts"], await BreakTheRuleAsync(storage));
    }

    /// <summary>
    /// One row in each table; what is mapped as ending with a consultation's responses is gone afterwards, and everything else is there.
    /// </summary>
    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task What_ends_with_the_responses_is_what_the_mapping_says(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var writer = storage.The<GroupedWriter>();
        await writer.WriteAsync(
            async scope =>
            {
                await FillAsync(scope, consultation: 1);
                await DeleteResponses.RunAsync(scope, 2, Enum.GetValues<ResponseState>());
                await DeleteResponses.RunAsync(scope, 1, [ResponseState.Queued]);
            },
            Stop);
        Assert.Equal(["drafts", "invitations", "released_answers"], await EmptyAsync(storage));

        await writer.WriteAsync(scope => DeleteResponses.RunAsync(scope, 1, Enum.GetValues<ResponseState>()), Stop);
        Assert.Equal(["drafts", "invitations", "queue", "released_answers", "responses"], await EmptyAsync(storage));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task What_removes_a_trial_leaves_nothing_of_it_and_reaches_no_real_consultation(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var writer = storage.The<GroupedWriter>();
        // Called a trial, with a number that no trial has.
        await writer.WriteAsync(scope => FillAsync(scope, consultation: 1), Stop);
        await writer.WriteAsync(
            async scope =>
            {
                await DeleteTrials.RunAsync(scope, 1);
                await DeleteTrials.SweepAsync(scope);
            },
            Stop);
        Assert.Equal([], await EmptyAsync(storage));

        await using var other = await GivenStorage.OnAsync(provider, cluster);
        await other.The<GroupedWriter>().WriteAsync(
            async scope =>
            {
                await FillAsync(scope, ConsultationEntry.FirstTrial);
                await DeleteTrials.RunAsync(scope, ConsultationEntry.FirstTrial + 1);
            },
            Stop);
        Assert.Equal([], await EmptyAsync(other));
        await other.The<GroupedWriter>().WriteAsync(scope => DeleteTrials.RunAsync(scope, ConsultationEntry.FirstTrial), Stop);
        await using var context = other.The<Database>().NewContext();
        Assert.Equal(
            context.Model.GetEntityTypes().Where(type => type.FindProperty("ConsultationId") is not null)
                .Select(type => type.GetTableName()!).Append("consultations").Append("preview_drafts").Order(StringComparer.Ordinal),
            await EmptyAsync(other));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_backup_has_tables_that_nobody_here_knows_with_their_keys_and_counters(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        await AddTablesAsync(storage);
        await storage.The<GroupedWriter>().WriteAsync(
            async scope =>
            {
                await scope.ExecuteAsync("INSERT INTO zz_people (name) VALUES ('a'), ('b')");
                await scope.ExecuteAsync("INSERT INTO claims (person, says) VALUES ('b', 'one'), ('a', 'two'), ('b', 'gone')");
                await scope.ExecuteAsync("DELETE FROM claims WHERE says = 'gone'");
            },
            Stop);
        var file = Path.Combine(storage.Folder, "backup.zip");
        await storage.The<Backup>().WriteAsync(file, Stop);

        await using var restored = await GivenStorage.EmptyAsync(provider, cluster, forgottenLogOf: null);
        if (provider == Provider.Postgres)
        {
            // Whoever has tables of their own makes them first, as the program does with its own.
            await restored.The<Migrator>().MigrateAsync(Stop);
            await Assert.ThrowsAsync<InvalidOperationException>(() => restored.The<Backup>().RestoreAsync(file, Stop));
            await AddTablesAsync(restored);
        }

        await restored.The<Backup>().RestoreAsync(file, Stop);

        await restored.The<GroupedWriter>()
            .WriteAsync(scope => scope.ExecuteAsync("INSERT INTO claims (person, says) VALUES ('a', 'new')"), Stop);
        Assert.Equal(
            ["1 b one", "2 a two", "4 a new"],
            await restored.The<Database>()
                .ReadAsync("SELECT id || ' ' || person || ' ' || says FROM claims ORDER BY id", row => row.GetString(0), Stop));
    }

    /// <summary>
    /// As a library may make them: one refers to another that comes later in the alphabet, and has numbers that the database gives.
    /// </summary>
    private static Task AddTablesAsync(GivenStorage storage) => storage.The<GroupedWriter>().WriteAsync(
        async scope =>
        {
            var counted = scope.IsSqlite ? "INTEGER PRIMARY KEY AUTOINCREMENT" : "integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY";
            await scope.ExecuteAsync($"CREATE TABLE zz_people (name text NOT NULL PRIMARY KEY){(scope.IsSqlite ? " WITHOUT ROWID" : "")}");
            await scope.ExecuteAsync(
                $"CREATE TABLE claims (id {counted}, person text NOT NULL REFERENCES zz_people (name), says text NOT NULL)");
        },
        Stop);

    private static async Task<IReadOnlyList<string>> BreakTheRuleAsync(GivenStorage storage)
    {
        var lines = await StoredSchema.OfDatabaseAsync(storage.The<Database>(), Stop);
        return
        [
            .. lines.Where(line => line.Contains(".consultation_id ", StringComparison.Ordinal)).Select(line => line.Split('.')[0])
                .Except(WithoutForeignKey)
                .Where(table => !lines.Any(line => line.StartsWith($"{table} REFERENCES ", StringComparison.Ordinal)))
                .Select(table => $"{table} has no foreign key"),
            .. lines.Select(line => line.Split(' ')).Where(words => words[1] == "REFERENCES" && NotToBeReferredTo.Contains(words[2]))
                .Select(words => $"{words[0]} refers to {words[2]}"),
        ];
    }

    private static async Task<IReadOnlyList<string>> EmptyAsync(GivenStorage storage)
    {
        await using var context = storage.The<Database>().NewContext();
        var empty = new List<string>();
        foreach (var table in context.Model.GetEntityTypes().Select(type => type.GetTableName()!))
        {
            if (await storage.The<Database>().ReadAsync($"SELECT 1 FROM {table}", _ => true, Stop) is [])
            {
                empty.Add(table);
            }
        }

        return [.. empty.Order(StringComparer.Ordinal)];
    }

    /// <summary>One row in each table.</summary>
    private static async ValueTask FillAsync(WriteScope scope, int consultation)
    {
        var types = scope.Context.Model.GetEntityTypes().ToDictionary(type => type.GetTableName()!, StringComparer.Ordinal);
        foreach (var type in ForeignKeyOrder.Of(
            types.Keys, table => types[table].GetForeignKeys().Select(key => key.PrincipalEntityType.GetTableName()!))
            .Select(table => types[table]))
        {
            var columns = type.GetProperties().Where(property => !property.IsNullable).ToList();
            await scope.ExecuteAsync(
                $"INSERT INTO {type.GetTableName()} ({string.Join(", ", columns.Select(column => column.GetColumnName()))}) "
                + $"VALUES ({string.Join(", ", columns.Select(column => "@" + column.Name))})",
                [
                    .. columns.Select(column => (
                        "@" + column.Name,
                        column.Name == "ConsultationId" || (column.Name == "Id" && type.ClrType == typeof(ConsultationEntry))
                            ? consultation
                            : Filled(column.ClrType))),
                ]);
        }
    }

    private static object Filled(Type type) => type switch
    {
        _ when type == typeof(string) => "1",
        _ when type == typeof(byte[]) => new byte[] { 1 },
        _ when type == typeof(bool) => true,
        _ when type == typeof(long) => 1L,
        _ when type == typeof(int) => 1,
        _ => (short)1,
    };
}
