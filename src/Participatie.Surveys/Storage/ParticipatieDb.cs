using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Intake.Queue;

namespace Participatie.Surveys.Storage;

/// <summary>Tables and columns are the snake_case of the names here, so that raw statements on the hot paths read the same on both databases.</summary>
public sealed class ParticipatieDb(DbContextOptions<ParticipatieDb> options) : DbContext(options)
{
    public DbSet<ConsultationEntry> Consultations => Set<ConsultationEntry>();

    public DbSet<VersionEntry> Versions => Set<VersionEntry>();

    public DbSet<DraftEntry> Drafts => Set<DraftEntry>();

    public DbSet<NotUnderstood> NotUnderstood => Set<NotUnderstood>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<InvitationUse> InvitationUses => Set<InvitationUse>();

    public DbSet<Response> Responses => Set<Response>();

    public DbSet<ForgottenEntry> Forgotten => Set<ForgottenEntry>();

    public DbSet<QueueEntry> Queue => Set<QueueEntry>();

    public DbSet<TallyEntry> Tallies => Set<TallyEntry>();

    public DbSet<PublishedResultEntry> PublishedResults => Set<PublishedResultEntry>();

    public DbSet<LookEntry> Looks => Set<LookEntry>();

    public DbSet<ReleasedAnswer> ReleasedAnswers => Set<ReleasedAnswer>();

    public DbSet<CodeKeyEntry> CodeKeys => Set<CodeKeyEntry>();

    public DbSet<WrongCodeMinute> WrongCodes => Set<WrongCodeMinute>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ConsultationEntry>().ToTable("consultations").HasKey(entry => entry.Id);
        modelBuilder.Entity<VersionEntry>().ToTable("versions").HasKey(entry => new { entry.ConsultationId, entry.Number });
        modelBuilder.Entity<DraftEntry>().ToTable("drafts").HasKey(entry => entry.TokenHash);
        modelBuilder.Entity<NotUnderstood>().ToTable("not_understood").HasKey(entry => new { entry.ConsultationId, entry.Version, entry.QuestionId, entry.Step, entry.Language });
        modelBuilder.Entity<Invitation>().ToTable("invitations").HasKey(entry => entry.CodeHash);
        modelBuilder.Entity<InvitationUse>().ToTable("invitation_uses").HasKey(entry => new { entry.ConsultationId, entry.Batch, entry.Day });
        modelBuilder.Entity<Response>().ToTable("responses").HasKey(entry => new { entry.ConsultationId, entry.Id });
        modelBuilder.Entity<ForgottenEntry>().ToTable("forgotten").HasKey(entry => new { entry.What, entry.Which });
        modelBuilder.Entity<QueueEntry>().ToTable("queue").HasKey(entry => entry.ResponseId);
        modelBuilder.Entity<TallyEntry>().ToTable("tallies").HasKey(entry => new { entry.ConsultationId, entry.Version, entry.Population, entry.QuestionId });
        modelBuilder.Entity<PublishedResultEntry>().ToTable("published_results").HasKey(entry => new { entry.ConsultationId, entry.QuestionId });
        modelBuilder.Entity<LookEntry>().ToTable("result_looks").HasKey(entry => new { entry.ConsultationId, entry.Version, entry.Population, entry.Responses });
        modelBuilder.Entity<ReleasedAnswer>().ToTable("released_answers").HasKey(entry => new { entry.ConsultationId, entry.ResponseId, entry.QuestionId });
        modelBuilder.Entity<CodeKeyEntry>().ToTable("code_keys").HasKey(entry => entry.Number);
        modelBuilder.Entity<WrongCodeMinute>().ToTable("wrong_codes").HasKey(entry => entry.Minute);
        modelBuilder.Entity<DataProtectionKey>().ToTable("data_protection_keys").HasKey(entry => entry.Name);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
        {
            property.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
            property.SetColumnName(SnakeCase(property.Name));
        }
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((letter, at) => char.IsUpper(letter) ? (at == 0 ? "" : "_") + char.ToLowerInvariant(letter) : letter.ToString()));
}
