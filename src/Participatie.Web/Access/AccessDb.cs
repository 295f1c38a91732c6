using System.Linq.Expressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Access;

/// <summary>
/// The tables of accounts, beside those of the domain and with a history of their own. What is saved waits for its turn as everything that
/// writes does, and the lines of the audit log are written in the same transaction.
/// </summary>
public sealed class AccessDb(DbContextOptions<AccessDb> options, GroupedWriter writer, AuditLog audit) : DbContext(options)
{
    /// <summary>Begins as the tables that no backup takes along.</summary>
    public const string HistoryTable = "__EFAccessHistory";

    private readonly List<Func<WriteScope, ValueTask>> _before = [];
    private readonly List<AuditNote> _notes = [];

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<AccessLink> Links => Set<AccessLink>();

    public DbSet<RoleGrant> RoleGrants => Set<RoleGrant>();

    public DbSet<StaffSession> Sessions => Set<StaffSession>();

    public DbSet<IdentityUserPasskey<Guid>> Passkeys => Set<IdentityUserPasskey<Guid>>();

    public DbSet<ExternalIdentity> ExternalIdentities => Set<ExternalIdentity>();

    public DbSet<UsedSignOn> UsedSignOns => Set<UsedSignOn>();

    public DbSet<SignInTry> SignInTries => Set<SignInTry>();

    /// <summary>Is written down with what is saved next, or not at all.</summary>
    public void Note(AuditNote note) => _notes.Add(note);

    /// <summary>Runs in the transaction of what is saved next, before it: when it throws, nothing is.</summary>
    public void Before(Func<WriteScope, ValueTask> work) => _before.Add(work);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var (before, notes) = (_before.ToList(), _notes.ToList());
        _before.Clear();
        _notes.Clear();
        var (saved, lines) = await writer.WriteAsync(
            async scope =>
            {
                foreach (var work in before)
                    await work(scope);
                var rows = 0;
                // Not marked as saved yet: the group may be run once more.
                await scope.OnAsync(this, async () => rows = await base.SaveChangesAsync(false, CancellationToken.None));
                var written = new List<AuditEntry>(notes.Count);
                foreach (var note in notes)
                    written.Add(await audit.AppendAsync(scope, note));
                return (rows, written);
            },
            cancellationToken);
        if (acceptAllChangesOnSuccess)
            ChangeTracker.AcceptAllChanges();
        audit.Say(lines);
        return saved;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var accounts = Table<Account>("accounts", account => account.Id);
        accounts.HasIndex(account => account.NormalizedEmail).IsUnique();
        accounts.Property(account => account.NormalizedEmail).IsRequired();
        accounts.Property(account => account.Email).IsRequired();
        accounts.Property(account => account.SecurityStamp).IsRequired();
        accounts.Property(account => account.ConcurrencyStamp).IsRequired().IsConcurrencyToken();
        // The mail address is the user name, and how often somebody erred is counted whether there is an account or not.
        accounts.Ignore(account => account.LockoutEnabled).Ignore(account => account.LockoutEnd)
            .Ignore(account => account.AccessFailedCount);
        accounts.Ignore(account => account.PhoneNumber).Ignore(account => account.PhoneNumberConfirmed);
        accounts.Ignore(account => account.EmailConfirmed).Ignore(account => account.TwoFactorEnabled).Ignore(account => account.Said);
        accounts.Property(account => account.UserName).IsRequired();
        accounts.Property(account => account.NormalizedUserName).IsRequired();
        Table<RecoveryCode>("recovery_codes", code => new { code.AccountId, code.CodeHash })
            .HasOne<Account>().WithMany().HasForeignKey(code => code.AccountId);
        Table<RoleGrant>("role_grants", grant => new { grant.AccountId, grant.Role, grant.ConsultationId })
            .HasOne<Account>().WithMany().HasForeignKey(grant => grant.AccountId);
        Table<AccessLink>("access_links", link => link.TokenHash)
            .HasOne<Account>().WithMany().HasForeignKey(link => link.AccountId);
        Table<StaffSession>("sessions", session => session.IdHash)
            .HasOne<Account>().WithMany().HasForeignKey(session => session.AccountId);
        var passkeys = Table<IdentityUserPasskey<Guid>>("passkeys", passkey => passkey.CredentialId);
        passkeys.HasOne<Account>().WithMany().HasForeignKey(passkey => passkey.UserId);
        // One document, as the framework reads and writes it.
        passkeys.Property(passkey => passkey.Data).HasConversion(PasskeyJson.Converter, PasskeyJson.Comparer).IsRequired();
        Table<ExternalIdentity>("external_identities", one => new { one.Issuer, one.Subject })
            .HasOne<Account>().WithMany().HasForeignKey(one => one.AccountId).OnDelete(DeleteBehavior.SetNull);
        Table<UsedSignOn>("used_sign_ons", one => one.NonceHash);
        Table<SignInTry>("sign_in_tries", one => one.Who);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
        {
            property.ValueGenerated = ValueGenerated.Never;
            property.SetColumnName(ParticipatieDb.SnakeCase(property.Name));
        }

        EntityTypeBuilder<T> Table<T>(string name, Expression<Func<T, object?>> key)
            where T : class
        {
            var table = modelBuilder.Entity<T>().ToTable(name);
            table.HasKey(key);
            return table;
        }
    }
}
