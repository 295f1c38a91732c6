using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>
/// Where a consultation stands and how it got there, what authors work on, and links to a preview. What is published already was opened at
/// its first version, for the reason that stands there, and what has its last result was closed; so existing sites go on unchanged. The
/// latest version is the first working copy, so that a correction has something to begin from.
/// </summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261127230000_ConsultationLives")]
public sealed class ConsultationLives : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var isSqlite = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        var (whole, small, large, bytes, truth, no) = isSqlite
            ? ("INTEGER", "INTEGER", "INTEGER", "BLOB", "INTEGER", "0")
            : ("integer", "smallint", "bigint", "bytea", "boolean", "false");
        var (text, end) = isSqlite ? ("TEXT", " WITHOUT ROWID") : ("text", "");
        migrationBuilder.Sql($"ALTER TABLE consultations ADD COLUMN is_trial {truth} NOT NULL DEFAULT {no};");
        migrationBuilder.Sql(
            $"""
            CREATE TABLE life_events (consultation_id {whole} NOT NULL REFERENCES consultations (id), number {whole} NOT NULL,
            at {large} NOT NULL, who {text} NOT NULL, step {small} NOT NULL, day {whole} NULL, version {whole} NULL, revision {whole} NULL,
            reason {text} NOT NULL, answers {small} NULL, PRIMARY KEY (consultation_id, number)){end};
            """);
        migrationBuilder.Sql(
            $"""
            CREATE TABLE working_copies (consultation_id {whole} NOT NULL REFERENCES consultations (id), revision {whole} NOT NULL,
            document {text} NOT NULL, saved_at {large} NOT NULL, saved_by {text} NOT NULL, PRIMARY KEY (consultation_id, revision)){end};
            """);
        migrationBuilder.Sql(
            $"""
            CREATE TABLE preview_links (token_hash {bytes} NOT NULL PRIMARY KEY,
            consultation_id {whole} NOT NULL REFERENCES consultations (id), revision {whole} NOT NULL, until {large} NOT NULL,
            made_by {text} NOT NULL){end};
            """);
        migrationBuilder.Sql("CREATE INDEX preview_links_consultation_id ON preview_links (consultation_id);");
        // 1: begun, 7: opened, 10: closed. The last has no day: it closed by its day long ago, and the moment is as near as is known.
        migrationBuilder.Sql(
            """
            INSERT INTO life_events (consultation_id, number, at, who, step, revision, reason)
            SELECT consultation_id, 1, MIN(published_at), '', 1, 1, '' FROM versions GROUP BY consultation_id;
            """);
        migrationBuilder.Sql(
            """
            INSERT INTO life_events (consultation_id, number, at, who, step, version, revision, reason)
            SELECT id, 2, at, '', 7, 1, 1, COALESCE(overruled_because, '') FROM life_events JOIN consultations ON id = consultation_id;
            """);
        migrationBuilder.Sql(
            """
            INSERT INTO working_copies (consultation_id, revision, document, saved_at, saved_by)
            SELECT consultation_id, 1, document, published_at, '' FROM versions v
            WHERE number = (SELECT MAX(number) FROM versions w WHERE w.consultation_id = v.consultation_id);
            """);
        migrationBuilder.Sql(
            """
            INSERT INTO life_events (consultation_id, number, at, who, step, reason)
            SELECT id, 3, COALESCE(r.published_at, finalised_at), '', 10, '' FROM consultations
            LEFT JOIN published_results r ON r.consultation_id = id AND r.question_id = '$responses' AND r.document LIKE '%"final":true%'
            WHERE COALESCE(r.published_at, finalised_at) IS NOT NULL AND EXISTS (SELECT 1 FROM life_events e WHERE e.consultation_id = id);
            """);
    }
}
