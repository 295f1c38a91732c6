using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Storage;

namespace Participatie.Tests.Storage;

public sealed partial class MigrationTests(PostgresCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Found without loading every type: by their namespace, so none may stand in another one.</summary>
    [Fact]
    public void Every_migration_is_known()
    {
        var all = typeof(Migrator).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Migration)))
            .Select(type => Assert.IsType<MigrationAttribute>(Attribute.GetCustomAttribute(type, typeof(MigrationAttribute))).Id);

        Assert.Equal(all.Order(StringComparer.Ordinal), KnownMigrations.Of(typeof(Migrator).Assembly).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Migrations_only_add_so_that_the_release_before_can_live_with_them()
    {
        var files = new[] { "src/Participatie.Surveys/Storage/Migrations", "src/Participatie.Web/Access/Migrations" }
            .SelectMany(folder => Directory.GetFiles(Repository.Path(folder), "*.cs")).ToList();
        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(
            file => Taking(File.ReadAllText(file)).Select(statement => $"{Path.GetFileName(file)}: {statement}")));
    }

    [Theory]
    [InlineData("ALTER TABLE drafts DROP COLUMN helped", true)]
    [InlineData("DROP TABLE drafts", true)]
    [InlineData("ALTER TABLE drafts RENAME COLUMN helped TO help", true)]
    [InlineData("ALTER TABLE drafts ALTER COLUMN helped TYPE bigint", true)]
    [InlineData("ALTER TABLE drafts ADD COLUMN helped integer NOT NULL;", true)]
    [InlineData("ALTER TABLE drafts ADD COLUMN helped integer NOT NULL DEFAULT 0;", false)]
    [InlineData("ALTER TABLE drafts ADD COLUMN helped integer NULL;", false)]
    [InlineData("CREATE TABLE one (id integer NOT NULL PRIMARY KEY)", false)]
    [InlineData("// DROP TABLE drafts", false)]
    public void Knows_a_statement_that_takes_something_away(string code, bool takes) => Assert.Equal(takes, Taking(code).Any());

    private static IEnumerable<string> Taking(string code) => TakesAway().Matches(
        string.Join('\n', code.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))))
        .Select(match => match.Value);

    [GeneratedRegex(
        @"\bDROP (TABLE|COLUMN|INDEX|VIEW)\b|\bRENAME\b|\bALTER COLUMN\b|\bADD COLUMN [^;""]*NOT NULL(?! DEFAULT)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex TakesAway();

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

    /// <summary>What was published before there was a life goes on as it was: open or closed, with its reason in public.</summary>
    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Consultations_of_before_get_the_life_that_they_had(Provider provider)
    {
        await using var storage = await GivenStorage.EmptyAsync(provider, cluster, forgottenLogOf: null);
        var document = System.Text.Encoding.UTF8.GetString(
            DefinitionWriter.Write(new GivenConsultation().WithSlug("oud").WithYesNo("vraag").Build()));
        await using (var context = storage.The<Database>().NewContext())
        {
            await context.GetService<IMigrator>().MigrateAsync("20261127223000_MailOutbox", Stop);
            await context.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO consultations (id, slug, overruled_because) VALUES (1, 'oud', 'haast'), (2, 'klaar', NULL), (3, 'leeg', NULL)
                """,
                Stop);
            foreach (var (consultation, number, at) in new[] { (1, 1, 1000), (1, 2, 2000), (2, 1, 3000) })
            {
                await context.Database.ExecuteSqlRawAsync(
                    "INSERT INTO versions (consultation_id, number, document, published_at) VALUES ({0}, {1}, {2}, {3})",
                    [consultation, number, document.Replace("oud", consultation == 1 ? "oud" : "klaar", StringComparison.Ordinal), at],
                    Stop);
            }

            await context.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO published_results (consultation_id, question_id, position, document, basis, sequence, published_at)
                VALUES (2, '$responses', 0, {0}, 'x', 1, 9000), (1, '$responses', 0, {1}, 'x', 1, 9000)
                """,
                ["""{"populations":[{"final":true}]}""", """{"populations":[{"final":false}]}"""],
                Stop);
        }

        await storage.The<Migrator>().MigrateAsync(Stop);

        await storage.The<Catalogue>().RefreshAsync(Stop);
        var (open, closed) = (storage.The<Catalogue>().LifeOf(1)!, storage.The<Catalogue>().LifeOf(2)!);
        Assert.Equal((LifeState.Open, LifeState.Closed), (open.State, closed.State));
        Assert.Equal("haast", open.Overrule!.Reason);
        Assert.Null(closed.Overrule);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1000), open.Events[0].At);
        Assert.Equal([LifeStep.Opened], closed.PublicEvents.Select(one => one.Step));
        Assert.Null(storage.The<Catalogue>().LifeOf(3));
        await storage.The<GroupedWriter>().WriteAsync(
            scope => storage.The<WorkingCopies>().SaveAsync(scope, 1, basedOn: 1, "{}", "Anne"), Stop);
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
