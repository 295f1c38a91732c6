using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Following;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Analysis.Representation;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Intake.Unlinking;
using Participatie.Surveys.Reporting.Decisions;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.Summary;
using Participatie.Surveys.Review.Advising;
using Participatie.Surveys.Review.Checks;
using Participatie.Surveys.Review.Meetings;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Reports;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Review.Statement;
using Participatie.Surveys.Review.Studies;

namespace Participatie.Surveys.Storage;

/// <summary>
/// Tables and columns are the snake_case of the names here, so that raw statements on the hot paths read the same on both databases.
/// </summary>
public sealed class ParticipatieDb(DbContextOptions<ParticipatieDb> options) : DbContext(options)
{
    public DbSet<ConsultationEntry> Consultations => Set<ConsultationEntry>();

    public DbSet<VersionEntry> Versions => Set<VersionEntry>();

    public DbSet<LifeEventEntry> LifeEvents => Set<LifeEventEntry>();

    public DbSet<WorkingCopyEntry> WorkingCopies => Set<WorkingCopyEntry>();

    public DbSet<PreviewLinkEntry> PreviewLinks => Set<PreviewLinkEntry>();

    public DbSet<DraftEntry> Drafts => Set<DraftEntry>();

    public DbSet<PreviewDraftEntry> PreviewDrafts => Set<PreviewDraftEntry>();

    public DbSet<NotUnderstood> NotUnderstood => Set<NotUnderstood>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<InvitationUse> InvitationUses => Set<InvitationUse>();

    public DbSet<Response> Responses => Set<Response>();

    public DbSet<ForgottenEntry> Forgotten => Set<ForgottenEntry>();

    public DbSet<QueueEntry> Queue => Set<QueueEntry>();

    public DbSet<TallyEntry> Tallies => Set<TallyEntry>();

    public DbSet<ResponseDayEntry> ResponseDays => Set<ResponseDayEntry>();

    public DbSet<ArrivalEntry> Arrivals => Set<ArrivalEntry>();

    public DbSet<FollowStateEntry> FollowStates => Set<FollowStateEntry>();

    public DbSet<ProgressEntry> QuestionProgress => Set<ProgressEntry>();

    public DbSet<ShownProgressEntry> ShownProgress => Set<ShownProgressEntry>();

    public DbSet<InhabitantFiguresEntry> InhabitantFigures => Set<InhabitantFiguresEntry>();

    public DbSet<InhabitantConsentEntry> InhabitantConsents => Set<InhabitantConsentEntry>();

    public DbSet<PublishedResultEntry> PublishedResults => Set<PublishedResultEntry>();

    public DbSet<LookEntry> Looks => Set<LookEntry>();

    public DbSet<ReleasedAnswer> ReleasedAnswers => Set<ReleasedAnswer>();

    public DbSet<CodeKeyEntry> CodeKeys => Set<CodeKeyEntry>();

    public DbSet<WrongCodeMinute> WrongCodes => Set<WrongCodeMinute>();

    public DbSet<NetworkTriesEntry> NetworkTries => Set<NetworkTriesEntry>();

    public DbSet<RecordingEntry> Recordings => Set<RecordingEntry>();

    public DbSet<UnlinkingEntry> Unlinking => Set<UnlinkingEntry>();

    public DbSet<AuditEntry> AuditLog => Set<AuditEntry>();

    public DbSet<AuditCheckpoint> AuditCheckpoints => Set<AuditCheckpoint>();

    public DbSet<NoticeSentEntry> NoticesSent => Set<NoticeSentEntry>();

    public DbSet<MailEntry> MailOutbox => Set<MailEntry>();

    public DbSet<DecisionEntry> Decisions => Set<DecisionEntry>();

    public DbSet<SummaryEntry> Summaries => Set<SummaryEntry>();

    public DbSet<PublishedSummaryEntry> PublishedSummaries => Set<PublishedSummaryEntry>();

    public DbSet<LastExportEntry> LastExports => Set<LastExportEntry>();

    public DbSet<StudyEntry> Studies => Set<StudyEntry>();

    public DbSet<CheckEntry> Checks => Set<CheckEntry>();

    public DbSet<ReviewEvent> ReviewEvents => Set<ReviewEvent>();

    public DbSet<ReviewMemberEntry> ReviewMembers => Set<ReviewMemberEntry>();

    public DbSet<ReviewLinkEntry> ReviewLinks => Set<ReviewLinkEntry>();

    public DbSet<HalfWrittenEntry> HalfWritten => Set<HalfWrittenEntry>();

    public DbSet<ReviewVisitEntry> ReviewVisits => Set<ReviewVisitEntry>();

    public DbSet<StatementEntry> Statements => Set<StatementEntry>();

    public DbSet<VisitorReportEntry> VisitorReports => Set<VisitorReportEntry>();

    public DbSet<ReportEvent> ReportEvents => Set<ReportEvent>();

    public DbSet<AdviceEntry> Advice => Set<AdviceEntry>();

    public DbSet<AdviceEvent> AdviceEvents => Set<AdviceEvent>();

    public DbSet<CouncilMeetingEntry> CouncilMeetings => Set<CouncilMeetingEntry>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Table<ConsultationEntry>("consultations", Retention.Kept, entry => entry.Id).HasIndex(entry => entry.Slug).IsUnique();
        Table<VersionEntry>("versions", Retention.Kept, entry => new { entry.ConsultationId, entry.Number });
        OfConsultation(Table<LifeEventEntry>("life_events", Retention.Kept, entry => new { entry.ConsultationId, entry.Number })
            .Ignore(entry => entry.Event));
        OfConsultation(Table<WorkingCopyEntry>("working_copies", Retention.Kept, entry => new { entry.ConsultationId, entry.Revision }));
        OfConsultation(Table<PreviewLinkEntry>("preview_links", Retention.Kept, entry => entry.TokenHash));
        var drafts = Table<DraftEntry>("drafts", Retention.UntilPromisedDay, entry => entry.TokenHash);
        drafts.HasIndex(entry => entry.MovedFrom).IsUnique();
        drafts.HasIndex(entry => entry.ResumeHash).IsUnique();
        drafts.HasIndex(entry => entry.SavedAt);
        // Of no resident: ended with the link that they were filled in behind.
        var previewDrafts = Table<PreviewDraftEntry>("preview_drafts", Retention.Kept, entry => entry.TokenHash);
        previewDrafts.HasOne<PreviewLinkEntry>().WithMany().HasForeignKey(entry => entry.LinkHash).OnDelete(DeleteBehavior.Restrict);
        Table<NotUnderstood>(
            "not_understood", Retention.Kept, entry =>
                new { entry.ConsultationId, entry.Version, entry.QuestionId, entry.Step, entry.Language });
        Table<Invitation>("invitations", Retention.UntilPromisedDay, entry => entry.CodeHash);
        Table<InvitationUse>("invitation_uses", Retention.Kept, entry => new { entry.ConsultationId, entry.Batch, entry.Day });
        var responses = Table<Response>("responses", Retention.WithItsResponse, entry => new { entry.ConsultationId, entry.Id });
        responses.HasIndex(entry => entry.ReceiptHash).IsUnique();
        responses.HasIndex(entry => entry.DraftProof).IsUnique();
        responses.HasIndex(entry => new { entry.ConsultationId, entry.Id }, "responses_unshuffled").HasFilter("NOT shuffled");
        Table<ForgottenEntry>("forgotten", Retention.Kept, entry => new { entry.What, entry.Which }).HasIndex(entry => entry.At);
        var queue = Table<QueueEntry>("queue", Retention.WithItsResponse, entry => entry.ResponseId);
        queue.HasIndex(entry => entry.VisibleAt);
        queue.HasIndex(entry => entry.ConsultationId, "queue_dead").HasFilter("dead");
        Table<TallyEntry>(
            "tallies", Retention.Kept, entry => new { entry.ConsultationId, entry.Version, entry.Population, entry.QuestionId });
        OfConsultation(Table<ResponseDayEntry>("response_days", Retention.Kept, entry => new { entry.ConsultationId, entry.Day }));
        OfConsultation(Table<ArrivalEntry>(
            "arrivals", Retention.Kept, entry => new { entry.ConsultationId, entry.Dimension, entry.Value }));
        OfConsultation(Table<FollowStateEntry>("follow_states", Retention.Kept, entry => entry.ConsultationId));
        OfConsultation(Table<ProgressEntry>(
            "question_progress", Retention.Kept, entry =>
                new { entry.ConsultationId, entry.Version, entry.QuestionId, entry.Measure }));
        OfConsultation(Table<ShownProgressEntry>(
            "shown_progress", Retention.Kept, entry => new { entry.ConsultationId, entry.Version, entry.QuestionId }));
        Table<InhabitantFiguresEntry>("inhabitant_figures", Retention.Kept, entry => entry.Number);
        OfConsultation(Table<InhabitantConsentEntry>(
            "inhabitant_consents", Retention.Kept, entry => new { entry.ConsultationId, entry.Figures }));
        Table<PublishedResultEntry>("published_results", Retention.Kept, entry => new { entry.ConsultationId, entry.QuestionId });
        Table<LookEntry>(
            "result_looks", Retention.Kept, entry => new { entry.ConsultationId, entry.Version, entry.Population, entry.Responses });
        Table<ReleasedAnswer>(
            "released_answers", Retention.UntilPromisedDay, entry => new { entry.ConsultationId, entry.ResponseId, entry.QuestionId });
        OfConsultation(Table<DecisionEntry>(
            "decisions", Retention.Kept, entry => new { entry.ConsultationId, entry.QuestionId, entry.Revision }));
        // Without what people wrote: that is looked up each time.
        OfConsultation(Table<SummaryEntry>("summaries", Retention.Kept, entry => new { entry.ConsultationId, entry.Number }));
        OfConsultation(Table<PublishedSummaryEntry>(
            "published_summaries", Retention.Kept, entry => new { entry.ConsultationId, entry.PublicNumber }));
        OfConsultation(Table<LastExportEntry>("last_exports", Retention.Kept, entry => new { entry.ConsultationId, entry.Who }));
        // Of the whole site, not of one consultation.
        Table<StudyEntry>("accessibility_studies", Retention.Kept, entry => new { entry.Number, entry.Revision });
        OfConsultation(Table<CheckEntry>("accessibility_checks", Retention.Kept, entry => new { entry.ConsultationId, entry.Number }));
        OfConsultation(Table<ReviewEvent>("review_events", Retention.Kept, one => new { one.ConsultationId, one.Number })
            .Ignore(one => one.Moment));
        var members = Table<ReviewMemberEntry>("review_members", Retention.Kept, one => new { one.ConsultationId, one.Round, one.Member });
        OfConsultation(members);
        members.HasIndex(one => one.TokenHash).IsUnique();
        OfConsultation(Table<ReviewLinkEntry>("review_links", Retention.Kept, one => one.TokenHash));
        OfConsultation(Table<HalfWrittenEntry>(
            "half_written", Retention.Kept, one => new { one.ConsultationId, one.Round, one.Member, one.Page }));
        // Nothing here leads to a member, and a day of its own ends each row.
        OfConsultation(Table<ReviewVisitEntry>("review_visits", Retention.Kept, one => one.VisitId));
        Table<StatementEntry>("accessibility_statements", Retention.Kept, entry => entry.Revision);
        // A day of its own takes out how somebody can be reached.
        Table<VisitorReportEntry>("visitor_reports", Retention.Kept, entry => entry.Number).HasIndex(entry => entry.CodeHash).IsUnique();
        Table<ReportEvent>("report_events", Retention.Kept, one => new { one.Report, one.Number }).Ignore(one => one.Moment)
            .HasOne<VisitorReportEntry>().WithMany().HasForeignKey(one => one.Report).OnDelete(DeleteBehavior.NoAction);
        // Of the product as often as of one consultation.
        Table<AdviceEntry>("advice", Retention.Kept, entry => entry.Number);
        Table<AdviceEvent>("advice_events", Retention.Kept, one => new { one.Advice, one.Number }).Ignore(one => one.Moment)
            .HasOne<AdviceEntry>().WithMany().HasForeignKey(one => one.Advice).OnDelete(DeleteBehavior.NoAction);
        Table<CouncilMeetingEntry>("council_meetings", Retention.Kept, entry => entry.Day);
        Table<CodeKeyEntry>("code_keys", Retention.Kept, entry => entry.Number);
        Table<WrongCodeMinute>("wrong_codes", Retention.Kept, entry => entry.Minute);
        Table<AuditEntry>("audit_log", Retention.Kept, entry => entry.Number);
        Table<AuditCheckpoint>("audit_checkpoints", Retention.Kept, checkpoint => checkpoint.Kind);
        Table<NoticeSentEntry>("notices_sent", Retention.Kept, entry => entry.Key);
        // A mail that stands in a backup as waiting was sent since: a restore would send it again.
        Table<MailEntry>("mail_outbox", Retention.NotInBackup, entry => entry.Id).HasIndex(entry => entry.DueAt);
        Table<DataProtectionKey>("data_protection_keys", Retention.Kept, entry => entry.Name);
        Table<NetworkTriesEntry>("network_tries", Retention.NotInBackup, entry => entry.Who);
        // Made again wherever the texts are.
        Table<RecordingEntry>("recordings", Retention.NotInBackup, entry => entry.Name);
        Table<UnlinkingEntry>("unlinking", Retention.NotInBackup, entry => entry.What);
        Table<WriteProbeEntry>("write_probe", Retention.NotInBackup, entry => entry.Id);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
        {
            property.ValueGenerated = ValueGenerated.Never;
            property.SetColumnName(SnakeCase(property.Name));
        }

        EntityTypeBuilder<T> Table<T>(string name, Retention retention, Expression<Func<T, object?>> key)
            where T : class
        {
            var table = modelBuilder.Entity<T>().ToTable(name).HasAnnotation(RetentionOfTable.Annotation, retention);
            table.HasKey(key);
            return table;
        }

        static void OfConsultation<T>(EntityTypeBuilder<T> table)
            where T : class =>
            table.HasOne<ConsultationEntry>().WithMany().HasForeignKey("ConsultationId").OnDelete(DeleteBehavior.NoAction);
    }

    /// <summary>As every table here has it.</summary>
    public static string SnakeCase(string name) =>
        string.Concat(
            name.Select((letter, at) => char.IsUpper(letter) ? (at == 0 ? "" : "_") + char.ToLowerInvariant(letter) : letter.ToString()));
}
