using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>
/// More than one link for a member of the council, and what one of them began to write. Adds only: the release before knows the first link.
/// </summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261128101000_MemberLinks")]
public sealed class MemberLinks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var isSqlite = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        var (whole, small, large, bytes) = isSqlite ? ("INTEGER", "INTEGER", "INTEGER", "BLOB") : ("integer", "smallint", "bigint", "bytea");
        var (text, end) = isSqlite ? ("TEXT", " WITHOUT ROWID") : ("text", "");
        migrationBuilder.Sql(
            $"""
            CREATE TABLE review_links (token_hash {bytes} NOT NULL PRIMARY KEY,
            consultation_id {whole} NOT NULL REFERENCES consultations (id), round {whole} NOT NULL, member {whole} NOT NULL,
            made_at {large} NOT NULL, ends_on {whole} NOT NULL){end};
            """);
        migrationBuilder.Sql("CREATE INDEX review_links_consultation_id ON review_links (consultation_id);");
        migrationBuilder.Sql(
            $"""
            CREATE TABLE half_written (consultation_id {whole} NOT NULL REFERENCES consultations (id), round {whole} NOT NULL,
            member {whole} NOT NULL, page {text} NOT NULL, words {text} NOT NULL, severity {small} NULL, subject {small} NULL,
            saved_at {large} NOT NULL, PRIMARY KEY (consultation_id, round, member, page)){end};
            """);
    }
}
