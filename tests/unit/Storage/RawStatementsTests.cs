using System.Text.RegularExpressions;
using Participatie.Surveys.Storage;

namespace Participatie.Tests.Storage;

/// <summary>Which files hold raw SQL, and why (see <see cref="RawStatements"/>). A file that is not here uses Entity Framework.</summary>
public sealed partial class RawStatementsTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["the draft of each page"] = ["Answering/Drafts.cs"],
        ["the hand-in"] = ["Intake/HandInAnswers.cs"],
        ["the queue"] = ["Intake/Queue/DatabaseQueue.cs"],
        ["the tallies"] = 
        [
            "Analysis/CountResponses.cs", "Analysis/Following/Arrivals.cs", "Analysis/ResponseDays.cs", "Analysis/StoredTallies.cs",
        ],
        ["what a process counted in a minute, in one statement"] = ["Analysis/Following/StoreProgress.cs"],
        ["one at a time who changes what is told or counted of a consultation"] = ["Definition/Life/ConsultationLock.cs"],
        ["the same of what belongs to no consultation"] = ["Review/SiteLock.cs"],
        ["reading in bulk, with what a command does before it"] =
        [
            "Analysis/OpenAnswers/ListOpenAnswers.cs", "Codes/CodeKeyCheck.cs",
            "Definition/Catalogue.cs", "Reporting/Export/PrepareExport.cs", "Reporting/Export/RecordExport.cs",
            "Storage/BulkReading/PostgresScan.cs", "Storage/BulkReading/ResponseScan.cs",
        ],
        ["where rows lie on the disk"] =
        [
            "Intake/Unlinking/RewriteTable.cs", "Intake/Unlinking/ShuffleOnPostgres.cs",
            "Intake/Unlinking/ShuffleOnSqlite.cs", "Intake/Unlinking/UnlinkLetters.cs",
            "Intake/Unlinking/UnlinkOnPostgres.cs", "Storage/EmptyWriteAheadLog.cs",
        ],
        ["who signs in: what may happen once, decided by how many rows a statement changed"] =
        [
            "../Participatie.Web/Access/AcceptInvitation.cs",
            "../Participatie.Web/Access/AccessLinks.cs",
            "../Participatie.Web/Access/AccessMigrator.cs",
            "../Participatie.Web/Access/AccountState.cs",
            "../Participatie.Web/Access/AnnounceSetup.cs",
            "../Participatie.Web/Access/AsAdministrator.cs",
            "../Participatie.Web/Access/AuditLog.cs",
            "../Participatie.Web/Access/ConfirmRole.cs",
            "../Participatie.Web/Access/CouncilRole.cs",
            "../Participatie.Web/Access/GiveRoles.cs",
            "../Participatie.Web/Access/GrantRole.cs",
            "../Participatie.Web/Access/InviteAccount.cs",
            "../Participatie.Web/Access/ManageAccount.cs",
            "../Participatie.Web/Access/MatchIdentity.cs",
            "../Participatie.Web/Access/Notices/SendNotices.cs",
            "../Participatie.Web/Access/ReportEmergency.cs",
            "../Participatie.Web/Access/SecondStep.cs",
            "../Participatie.Web/Access/SetPassword.cs",
            "../Participatie.Web/Access/SignInTries.cs",
            "../Participatie.Web/Access/SingleSignOn.cs",
            "../Participatie.Web/Access/StartSession.cs",
            "../Participatie.Web/Access/TakeRole.cs",
            "../Participatie.Web/Access/TrimAuditLog.cs",
            "../Participatie.Web/Access/Trials.cs",
            "../Participatie.Web/Access/UseSecondStepLink.cs",
        ],
        ["how full the bucket of a network is, in one statement for all machines"] = ["Codes/SharedNetworkBuckets.cs"],
        ["several processes: what they announce, whose turn it is, how late it is"] =
        [
            "Storage/AnnouncementListener.cs", "Storage/Announcements.cs", "Storage/FollowDatabaseClock.cs", "Storage/Turn.cs",
        ],
        ["the database itself: copies, locks, its catalogue, tables that a mapping names"] =
        [
            "Storage/Backup.cs", "Storage/DeleteResponses.cs", "Storage/DeleteTrials.cs",
            "Storage/Migrator.cs", "Storage/PostgresBackup.cs", "Storage/PostgresTable.cs", "Storage/TryWrite.cs",
            "Storage/WriterConnection.cs",
        ],
    };

    [Fact]
    public void Raw_statements_stand_in_named_files_only()
    {
        var folder = Repository.Path("src/Participatie.Surveys");
        var raw = Directory.EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "Migrations"))
            .Where(file => IsRaw(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(folder, file));

        Assert.Equal(Allowed.Values.SelectMany(files => files).Order(StringComparer.Ordinal), raw.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("scope.ExecuteAsync(\"DELETE FROM drafts\")", true)]
    [InlineData("\"\"\"\n    UPDATE drafts SET revision = 1", true)]
    [InlineData("$\"SELECT pg_advisory_lock({Lock})\"", true)]
    [InlineData("context.Drafts.ExecuteDeleteAsync()", false)]
    [InlineData("// DELETE FROM drafts", false)]
    [InlineData("\"Copy the file\"", false)]
    public void Knows_a_raw_statement(string code, bool isRaw) => Assert.Equal(isRaw, IsRaw(code));

    private static bool IsRaw(string code) => Statement().IsMatch(Comment().Replace(code, ""));

    [GeneratedRegex(
        @"\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE|DROP|ALTER|PRAGMA|COPY|VACUUM|CLUSTER|SAVEPOINT)\s+[\w""'{(*@]",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Statement();

    [GeneratedRegex("//.*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comment();
}
