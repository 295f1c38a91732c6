using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>Summaries as they were made, and which of them were published. Adds only: the release before does not look at them.</summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261128030000_Summaries")]
public sealed class Summaries : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var (whole, large, text, end) = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true
            ? ("INTEGER", "INTEGER", "TEXT", " WITHOUT ROWID")
            : ("integer", "bigint", "text", "");
        migrationBuilder.Sql(
            $"""
            CREATE TABLE summaries (consultation_id {whole} NOT NULL REFERENCES consultations (id), number {whole} NOT NULL,
            document {text} NOT NULL, hash {text} NOT NULL, made_at {large} NOT NULL, made_by {text} NOT NULL,
            PRIMARY KEY (consultation_id, number)){end};
            """);
        migrationBuilder.Sql(
            $"""
            CREATE TABLE published_summaries (consultation_id {whole} NOT NULL REFERENCES consultations (id),
            public_number {whole} NOT NULL, number {whole} NOT NULL, note {text} NOT NULL, at {large} NOT NULL, who {text} NOT NULL,
            PRIMARY KEY (consultation_id, public_number)){end};
            """);
    }
}
