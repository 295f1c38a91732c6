using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;
using Participatie.Web.Access;

namespace Participatie.Tests.Access;

public sealed class AccessStorageTests(PostgresCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_migration_of_accounts_is_known() =>
        Assert.Equal(
            typeof(AccessMigrator).Assembly.GetTypes().Where(type => type.IsDefined(typeof(MigrationAttribute), inherit: false)),
            AccessMigrator.Migrations);

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Tables_are_those_of_the_model_beside_the_domains(Provider provider)
    {
        await using var storage = await GivenAsync(provider);
        await using var scope = storage.Rooms.CreateAsyncScope();
        var model = StoredSchema.OfModel(scope.ServiceProvider.GetRequiredService<AccessDb>());
        var domain = await StoredSchema.OfModelAsync(storage.The<Database>());
        var migrated = await StoredSchema.OfDatabaseAsync(storage.The<Database>(), Stop);
        Assert.Empty(model.Except(migrated).Select(line => "not migrated: " + line));
        Assert.Empty(migrated.Except(domain).Except(model).Select(line => "not mapped: " + line));
        Assert.Empty(await StoredSchema.CountedByDatabaseAsync(storage.The<Database>(), Stop));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_change_and_its_line_in_the_log_are_written_together_or_not_at_all(Provider provider)
    {
        await using var storage = await GivenAsync(provider);
        await SaveAsync(storage, "anna@voorbeeld.nl", before: null);
        await Assert.ThrowsAsync<LinkUsedException>(
            () => SaveAsync(storage, "bas@voorbeeld.nl", before: _ => throw new LinkUsedException()));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => SaveAsync(storage, "anna@voorbeeld.nl", before: null));
        Assert.Equal(["anna@voorbeeld.nl"], await ReadAsync(storage, "SELECT email FROM accounts"));
        Assert.Equal(["anna@voorbeeld.nl"], await ReadAsync(storage, "SELECT subject FROM audit_log"));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Many_at_once_wait_for_their_turn_and_make_one_chain(Provider provider)
    {
        await using var storage = await GivenAsync(provider);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => number % 2 == 0
            ? SaveAsync(storage, $"{number}@voorbeeld.nl", before: null)
            : storage.The<AuditLog>().WriteAsync(new AuditNote("", "", "proef", $"{number}"), Stop)));
        Assert.Equal(
            Enumerable.Range(1, 40).Select(number => $"{number}"),
            await ReadAsync(storage, "SELECT CAST(number AS text) FROM audit_log ORDER BY audit_log.number"));
        Assert.Equal(20, (await ReadAsync(storage, "SELECT email FROM accounts")).Count);
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_link_is_used_by_one_of_many_and_stands_nowhere_as_it_is(Provider provider)
    {
        await using var storage = await GivenAsync(provider);
        var links = storage.The<AccessLinks>();
        var token = await links.MakeSetupAsync(Stop);
        var used = await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
        {
            try
            {
                await SaveAsync(storage, $"{number}@voorbeeld.nl", async scope => await links.UseAsync(scope, token, LinkKind.Setup));
                return true;
            }
            catch (LinkUsedException)
            {
                return false;
            }
        }));
        Assert.Single(used, one => one);
        Assert.Single(await ReadAsync(storage, "SELECT email FROM accounts"));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Accounts_are_in_a_backup_and_come_back(Provider provider)
    {
        await using var storage = await GivenAsync(provider);
        await SaveAsync(storage, "anna@voorbeeld.nl", before: null);
        var file = Path.Combine(storage.Folder, "backup.zip");
        await storage.The<Backup>().WriteAsync(file, Stop);

        await using var restored = await GivenStorage.EmptyAsync(provider, cluster, forgottenLogOf: null);
        if (provider == Provider.Postgres)
            await restored.The<AccessMigrator>().MigrateAsync(Stop);
        await restored.The<Backup>().RestoreAsync(file, Stop);
        Assert.Equal(["anna@voorbeeld.nl"], await ReadAsync(restored, "SELECT email FROM accounts"));
        Assert.Equal(["anna@voorbeeld.nl"], await ReadAsync(restored, "SELECT subject FROM audit_log"));
    }

    [Fact]
    public void What_is_sealed_for_one_account_opens_for_no_other()
    {
        var key = new AccessKey(new(new byte[32]));
        var (anna, bas) = (Guid.NewGuid(), Guid.NewGuid());
        var whole = key.Seal([1, 2, 3], anna);
        Assert.Equal([1, 2, 3], key.Open(whole, anna));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => key.Open(whole, bas));
        Assert.NotEqual(whole, key.Seal([1, 2, 3], anna));
    }

    private async Task<GivenStorage> GivenAsync(Provider provider)
    {
        var storage = await GivenStorage.OnAsync(provider, cluster);
        await storage.The<AccessMigrator>().MigrateAsync(Stop);
        // A second start finds nothing to do.
        await storage.The<AccessMigrator>().MigrateAsync(Stop);
        return storage;
    }

    private static async Task SaveAsync(GivenStorage storage, string mail, Func<WriteScope, ValueTask>? before)
    {
        await using var scope = storage.Rooms.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccessDb>();
        db.Accounts.Add(new Account
        {
            Id =
                Guid.NewGuid(), Name =
                    "Anna", Email = mail, UserName = mail, NormalizedEmail = mail, NormalizedUserName = mail, SecurityStamp = "x",
        });
        if (before is not null)
            db.Before(before);
        db.Note(new AuditNote("", "", "proef", mail));
        await db.SaveChangesAsync(Stop);
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(GivenStorage storage, string sql) =>
        await storage.The<Database>().ReadAsync(sql, row => row.GetString(0), Stop);
}
