using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Storage;

namespace Participatie.Tests.Storage;

public sealed class MigrationTests(PostgresCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

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
                    "CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT); INSERT OR IGNORE INTO "
                        + "__EFMigrationsLock VALUES (1, 'x');",
                    Stop);
            }
        }

        await storage.The<Migrator>().MigrateAsync(Stop).WaitAsync(TimeSpan.FromSeconds(20), Stop);

        Assert.True(await storage.The<Migrator>().IsMigratedAsync(Stop));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_database_of_the_first_form_keeps_its_rows(Provider provider)
    {
        await using var storage = await GivenStorage.EmptyAsync(provider, cluster, forgottenLogOf: null);
        await using (var context = storage.The<Database>().NewContext())
        {
            await context.GetService<IMigrator>().MigrateAsync("20261122000000_Ground", Stop);
            await context.Database.ExecuteSqlRawAsync(
                "INSERT INTO drafts (token_hash, consultation_id, version, answers, organisation, language, rotation, revision, saved_at) "
                    + "VALUES ({0}, 1, 1, '{{}}', {1}, 'nl', 7, 0, 5)",
                [new byte[] { 1 }, false],
                Stop);
            await context.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO responses (consultation_id, id, version, channel, organisation, language, hour, rotation, state, key_number, receipt_hash, draft_proof, receipt_attempt, document)
                VALUES (1, {0}, 1, 0, {1}, 'nl', 5, 7, 1, 1, {0}, {0}, 0, '{{}}')
                """,
                [new byte[] { 2 }, false],
                Stop);
        }

        Assert.False(await storage.The<Migrator>().IsMigratedAsync(Stop));
        await storage.The<Migrator>().MigrateAsync(Stop);

        await using var migrated = storage.The<Database>().NewContext();
        var draft = await migrated.Drafts.AsNoTracking().SingleAsync(Stop);
        Assert.Equal((7, Helped.Unsaid, ""), (draft.Rotation, draft.Helped, draft.NotUnderstood));
        Assert.Equal(Helped.Unsaid, (await migrated.Responses.AsNoTracking().SingleAsync(Stop)).Helped);
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Looks_keep_their_distance_to_what_was_published_before_them(Provider provider)
    {
        await using var storage = await GivenStorage.EmptyAsync(provider, cluster, forgottenLogOf: null);
        await using (var context = storage.The<Database>().NewContext())
        {
            await context.GetService<IMigrator>().MigrateAsync("20261122120000_HelpAndPuzzles", Stop);
            foreach (var (consultation, counts)
                in new[]
                {
                    (1, "$responses|$seen $skipped\n*|48 0\nplace=?|48 0"),
                    (2, "$responses|$seen $skipped"),
                    (3, "$responses|$seen $skipped\n*|7 0"),
                })
            {
                await context.Database.ExecuteSqlRawAsync(
                    "INSERT INTO tallies (consultation_id, version, population, question_id, counts) VALUES ({0}, 1, 0, '$responses', {1})",
                    [consultation, counts],
                    Stop);
            }

            await context.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO published_results (consultation_id, question_id, position, document, basis, sequence, published_at)
                VALUES (1, 'mee', 0, 'x', 'x', 1, 1), (2, 'mee', 0, 'x', 'x', 1, 1)
                """,
                Stop);
        }

        await storage.The<Migrator>().MigrateAsync(Stop);

        await using var migrated = storage.The<Database>().NewContext();
        var looks = await migrated.Looks.AsNoTracking().OrderBy(look => look.ConsultationId).ToListAsync(Stop);
        Assert.Equal([(1, 58L, (short)2), (2, 10L, (short)2)], looks.Select(look => (look.ConsultationId, look.Responses, look.Stage)));
    }

    [Fact]
    public async Task Of_several_instances_that_start_together_exactly_one_migrates()
    {
        var connection = await cluster.NewDatabaseAsync();
        var databases = Enumerable.Range(0, 4).Select(_ => Database.Postgres(connection)).ToList();

        await Task.WhenAll(databases.Select(database => new Migrator(database).MigrateAsync(Stop)));

        await using var context = databases[0].NewContext();
        Assert.Equal(context.Database.GetMigrations(), await context.Database.GetAppliedMigrationsAsync(Stop));
        foreach (var database in databases)
        {
            await database.DisposeAsync();
        }
    }
}
