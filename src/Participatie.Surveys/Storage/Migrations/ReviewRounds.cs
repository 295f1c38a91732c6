using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>
/// Rounds of the council, and by what a consultation may open. Adds only: what the release before approves has a reason, and counts as an
/// administrator's signature.
/// </summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261128043000_ReviewRounds")]
public sealed class ReviewRounds : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var isSqlite = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        var (whole, small, large, bytes) = isSqlite ? ("INTEGER", "INTEGER", "INTEGER", "BLOB") : ("integer", "smallint", "bigint", "bytea");
        var (text, end) = isSqlite ? ("TEXT", " WITHOUT ROWID") : ("text", "");
        migrationBuilder.Sql($"ALTER TABLE life_events ADD COLUMN sign_off {small} NULL;");
        migrationBuilder.Sql(
            $"""
            CREATE TABLE review_events (consultation_id {whole} NOT NULL REFERENCES consultations (id), number {whole} NOT NULL,
            round {whole} NOT NULL, step {small} NOT NULL, at {large} NOT NULL, who {text} NOT NULL, member {whole} NULL,
            finding {whole} NULL, other {whole} NULL, subject {small} NULL, severity {small} NULL, answer {small} NULL,
            revision {whole} NULL, days {whole} NULL, day {whole} NULL, page {text} NOT NULL, language {text} NOT NULL,
            settings {text} NOT NULL, text {text} NOT NULL, easy_text {text} NOT NULL, consent {text} NOT NULL,
            PRIMARY KEY (consultation_id, number)){end};
            """);
        migrationBuilder.Sql(
            $"""
            CREATE TABLE review_members (consultation_id {whole} NOT NULL REFERENCES consultations (id), round {whole} NOT NULL,
            member {whole} NOT NULL, name {text} NOT NULL, mail {text} NOT NULL, account {text} NULL, token_hash {bytes} NULL,
            invited_at {large} NOT NULL, invited_by {text} NOT NULL, forget_on {whole} NOT NULL,
            PRIMARY KEY (consultation_id, round, member)){end};
            """);
        migrationBuilder.Sql("CREATE UNIQUE INDEX review_members_token_hash ON review_members (token_hash);");
        migrationBuilder.Sql(
            $"""
            CREATE TABLE review_visits (visit_id {bytes} NOT NULL PRIMARY KEY,
            consultation_id {whole} NOT NULL REFERENCES consultations (id), round {whole} NOT NULL, ways {text} NOT NULL,
            languages {text} NOT NULL, settings {text} NOT NULL, pages {text} NOT NULL, delete_on {whole} NOT NULL){end};
            """);
        migrationBuilder.Sql("CREATE INDEX review_visits_consultation_id ON review_visits (consultation_id);");
    }
}
