using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>What is done with the answers. Adds only: the release before does not look at it.</summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261128000000_Decisions")]
public sealed class Decisions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var (whole, small, large, text, end) = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true
            ? ("INTEGER", "INTEGER", "INTEGER", "TEXT", " WITHOUT ROWID")
            : ("integer", "smallint", "bigint", "text", "");
        migrationBuilder.Sql(
            $"""
            CREATE TABLE decisions (consultation_id {whole} NOT NULL REFERENCES consultations (id), question_id {text} NOT NULL,
            revision {whole} NOT NULL, state {small} NOT NULL, heard {text} NOT NULL, heard_easy {text} NOT NULL, outcome {small} NULL,
            why {text} NOT NULL, why_easy {text} NOT NULL, decided_by {text} NOT NULL, due_day {whole} NULL, progress {small} NOT NULL,
            progress_reason {text} NOT NULL, note {text} NOT NULL, at {large} NOT NULL, who {text} NOT NULL,
            PRIMARY KEY (consultation_id, question_id, revision)){end};
            """);
    }
}
