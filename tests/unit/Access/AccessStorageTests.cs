using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Surveys.Definition;
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
            typeof(AccessMigrator).Assembly.GetTypes().Where(type => type.IsDefined(typeof(MigrationAttribute), inherit: false)).ToHashSet(),
            AccessMigrator.Migrations.ToHashSet());

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

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_role_holds_until_midnight_in_the_Netherlands_after_its_last_day(Provider provider)
    {
        await using var storage = await GivenAsync(provider);
        var id = await SaveAsync(storage, "anna@voorbeeld.nl", before: null);
        await ConsultationAsync(storage, 7, "wonen");
        await GrantAsync(storage, id, StaffRole.Author, 7, new DateOnly(2026, 11, 23));
        await GrantAsync(storage, id, StaffRole.Analyst, 7, new DateOnly(2026, 11, 22));
        await GrantAsync(storage, id, StaffRole.Author, RoleGrant.NoConsultation, new DateOnly(2027, 1, 1));
        await GrantAsync(storage, id, StaffRole.CouncilMember, RoleGrant.NoConsultation, new DateOnly(2026, 11, 21));
        // Of a consultation that is gone.
        await GrantAsync(storage, id, StaffRole.Analyst, 8, new DateOnly(2027, 1, 1));

        storage.Clock.Now = new DateTimeOffset(2026, 11, 22, 22, 59, 59, TimeSpan.Zero);
        var person = await PersonAsync(storage, id);
        Assert.True(Staff.IsAuthorOf(person, "wonen") && Staff.IsAnalystOf(person, "wonen") && Staff.MayBegin(person));
        Assert.False(person.IsInRole(Staff.CouncilMember) || person.IsInRole(Staff.Administrator) || Staff.IsAnalystOf(person, ""));
        storage.Clock.Now += TimeSpan.FromSeconds(1);
        person = await PersonAsync(storage, id);
        Assert.Equal((true, false, true), (Staff.IsAuthorOf(person, "wonen"), Staff.IsAnalystOf(person, "wonen"), Staff.MaySee(person, "wonen")));
        storage.Clock.Now += TimeSpan.FromDays(1);
        person = await PersonAsync(storage, id);
        Assert.Equal((false, true), (Staff.MaySee(person, "wonen"), Staff.MayBegin(person)));
        storage.Clock.Now += TimeSpan.FromDays(60);
        Assert.Empty((await StateAsync(storage, id))!.Roles);
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_role_that_lasts_longer_says_what_it_was(Provider provider)
    {
        await using var storage = await GivenAsync(provider);
        var id = await SaveAsync(storage, "anna@voorbeeld.nl", before: null);
        await ConsultationAsync(storage, 7, "wonen");
        await GrantAsync(storage, id, StaffRole.Author, 7, new DateOnly(2026, 11, 23));
        var given = await ReadAsync(storage, "SELECT CAST(given_at AS text) FROM role_grants");
        storage.Clock.Now += TimeSpan.FromHours(1);
        await GrantAsync(storage, id, StaffRole.Author, 7, new DateOnly(2027, 11, 23));
        Assert.Equal(given, await ReadAsync(storage, "SELECT CAST(given_at AS text) FROM role_grants"));
        Assert.Equal(
            "Anna <anna@voorbeeld.nl>: auteur van wonen tot en met 2026-11-23, auteur van wonen tot en met 2027-11-23",
            (await ReadAsync(storage, "SELECT subject || ': ' || before || ', ' || after FROM audit_log ORDER BY audit_log.number"))[^1]);
        // Given anew after it had ended.
        storage.Clock.Now += TimeSpan.FromDays(500);
        await GrantAsync(storage, id, StaffRole.Author, 7, new DateOnly(2028, 11, 23));
        Assert.NotEqual(given, await ReadAsync(storage, "SELECT CAST(given_at AS text) FROM role_grants"));
        await Assert.ThrowsAsync<ArgumentException>(
            () => GrantAsync(storage, id, StaffRole.Analyst, RoleGrant.NoConsultation, new DateOnly(2028, 11, 23)));
        await Assert.ThrowsAsync<ArgumentException>(
            () => GrantAsync(storage, id, StaffRole.CouncilMember, 7, new DateOnly(2028, 11, 23)));
        await Assert.ThrowsAsync<ArgumentException>(() => GrantAsync(storage, id, StaffRole.Chair, 7, new DateOnly(2028, 11, 23)));
        // The chair is of the council, and a role of a later release is nothing here.
        await GrantAsync(storage, id, StaffRole.Chair, RoleGrant.NoConsultation, new DateOnly(2028, 11, 23));
        Assert.True((await PersonAsync(storage, id)).IsInRole(Staff.CouncilMember));
        await storage.The<GroupedWriter>().WriteAsync(scope => scope.ExecuteAsync("UPDATE role_grants SET role = 99 WHERE role = 4"), Stop);
        Assert.False((await PersonAsync(storage, id)).IsInRole(Staff.CouncilMember));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Two_administrators_who_take_each_other_away_at_once_leave_one(Provider provider)
    {
        await using var storage = await GivenAsync(provider);
        Func<ManageAccount, Doer, Guid, Task>[] ways =
        [
            (manage, doer, other) => manage.RemoveAsync(doer, other, Stop),
            (manage, doer, other) => manage.BlockAsync(doer, other, isBlocked: true, Stop),
            (manage, doer, other) => manage.TakeRoleAsync(doer, other, role: null, RoleGrant.NoConsultation, Stop),
        ];
        foreach (var way in ways)
        {
            await storage.The<GroupedWriter>().WriteAsync(scope => scope.ExecuteAsync("DELETE FROM accounts"), Stop);
            var (anna, bas) = (await AdministratorAsync(storage, "anna@voorbeeld.nl"), await AdministratorAsync(storage, "bas@voorbeeld.nl"));
            var results = await Task.WhenAll(
                Record.ExceptionAsync(() => way(Managing(storage), anna, bas.Id)).AsTask(),
                Record.ExceptionAsync(() => way(Managing(storage), bas, anna.Id)).AsTask());
            Assert.Single(results, failure => failure is null);
            Assert.Single(results, failure => failure is NotAdministratorException);
            Assert.Single(await ReadAsync(
                storage, "SELECT email FROM accounts WHERE is_administrator AND NOT is_blocked"));
        }
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task The_last_administrator_stays(Provider provider)
    {
        await using var storage = await GivenAsync(provider);
        var anna = await AdministratorAsync(storage, "anna@voorbeeld.nl");
        // Neither somebody who never took the invitation nor somebody blocked can stand in.
        var invited = await SaveAsync(storage, "cas@voorbeeld.nl", before: null);
        var blocked = await AdministratorAsync(storage, "dana@voorbeeld.nl");
        await storage.The<GroupedWriter>().WriteAsync(
            async scope =>
            {
                await scope.ExecuteAsync("UPDATE accounts SET is_administrator = @yes WHERE id = @id", ("@yes", true), ("@id", invited));
                await scope.ExecuteAsync("UPDATE accounts SET is_blocked = @yes WHERE id = @id", ("@yes", true), ("@id", blocked.Id));
            },
            Stop);
        var lines = await ReadAsync(storage, "SELECT action FROM audit_log");
        await Assert.ThrowsAsync<LastAdministratorException>(() => Managing(storage).RemoveAsync(anna, anna.Id, Stop));
        await Assert.ThrowsAsync<LastAdministratorException>(() => Managing(storage).BlockAsync(anna, anna.Id, isBlocked: true, Stop));
        await Assert.ThrowsAsync<LastAdministratorException>(
            () => Managing(storage).TakeRoleAsync(anna, anna.Id, role: null, RoleGrant.NoConsultation, Stop));
        Assert.Equal(lines, await ReadAsync(storage, "SELECT action FROM audit_log"));
        await Assert.ThrowsAsync<NotAdministratorException>(() => Managing(storage).RemoveAsync(blocked, anna.Id, Stop));
        Assert.False(await Managing(storage).RemoveAsync(anna, Guid.NewGuid(), Stop));

        await Managing(storage).BlockAsync(anna, blocked.Id, isBlocked: false, Stop);
        Assert.True(await Managing(storage).RemoveAsync(anna, anna.Id, Stop));
        Assert.Equal(
            ["account weggehaald anna@voorbeeld.nl"],
            (await ReadAsync(storage, "SELECT action || ' ' || replace(replace(subject, 'Anna <', ''), '>', '') FROM audit_log ORDER BY number"))
                .TakeLast(1));
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

    private static async Task<Doer> AdministratorAsync(GivenStorage storage, string mail)
    {
        var id = await SaveAsync(storage, mail, before: null);
        await storage.The<GroupedWriter>().WriteAsync(
            scope => scope.ExecuteAsync(
                "UPDATE accounts SET is_administrator = @yes, password_hash = 'x' WHERE id = @id", ("@yes", true), ("@id", id)),
            Stop);
        return new Doer(id, mail, "10.0.0.0/24");
    }

    private static ManageAccount Managing(GivenStorage storage) => new(
        new AsAdministrator(storage.The<GroupedWriter>(), storage.The<AuditLog>()),
        storage.The<AccessLinks>(),
        new GiveRoles(storage.The<GrantRole>(), storage.Clock),
        storage.Clock);

    private static async Task<Guid> SaveAsync(GivenStorage storage, string mail, Func<WriteScope, ValueTask>? before)
    {
        await using var scope = storage.Rooms.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccessDb>();
        var id = Guid.NewGuid();
        db.Accounts.Add(new Account
        {
            Id = id, Name = "Anna", Email = mail, UserName = mail, NormalizedEmail = mail, NormalizedUserName = mail, SecurityStamp = "x",
        });
        if (before is not null)
            db.Before(before);
        db.Note(new AuditNote("", "", "proef", mail));
        await db.SaveChangesAsync(Stop);
        return id;
    }

    private static Task ConsultationAsync(GivenStorage storage, int id, string slug) => storage.The<GroupedWriter>().WriteAsync(
        async scope =>
        {
            scope.Context.Consultations.Add(new ConsultationEntry { Id = id, Slug = slug });
            await scope.Context.SaveChangesAsync(Stop);
        },
        Stop);

    private static Task<AuditEntry> GrantAsync(GivenStorage storage, Guid id, StaffRole role, int consultation, DateOnly lastDay) =>
        storage.The<GroupedWriter>().WriteAsync(
            async scope => await storage.The<GrantRole>().GrantAsync(scope, new NewGrant
            {
                AccountId = id,
                Role = role,
                ConsultationId = consultation,
                LastDay = lastDay,
                By = "Bas <bas@voorbeeld.nl>",
                Network = "10.0.0.0/24",
            }),
            Stop);

    private static async Task<ClaimsPrincipal> PersonAsync(GivenStorage storage, Guid id) =>
        Staff.Principal((await StateAsync(storage, id))!, Staff.Session);

    private static Task<AccountState?> StateAsync(GivenStorage storage, Guid id) => AccountState.OfAsync(
        storage.The<Database>(),
        storage.Clock,
        Staff.Principal(new AccountState(id, "Anna", "", "x", IsAdministrator: true, IsBlocked: false), Staff.Session),
        session: null,
        Stop);

    private static async Task<IReadOnlyList<string>> ReadAsync(GivenStorage storage, string sql) =>
        await storage.The<Database>().ReadAsync(sql, row => row.GetString(0), Stop);
}
