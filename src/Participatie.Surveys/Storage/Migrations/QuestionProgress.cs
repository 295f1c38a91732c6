using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>Where people go and where they stop, by everybody together; of what happened before there is nothing to tell.</summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261128030000_QuestionProgress")]
public sealed class QuestionProgress : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var (whole, small, large, text, end) = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true
            ? ("INTEGER", "INTEGER", "INTEGER", "TEXT", " WITHOUT ROWID")
            : ("integer", "smallint", "bigint", "text", "");
        var key = $"consultation_id {whole} NOT NULL REFERENCES consultations (id), version {whole} NOT NULL, question_id {text} NOT NULL";
        migrationBuilder.Sql(
            $"""
            CREATE TABLE question_progress ({key}, measure {small} NOT NULL, number {large} NOT NULL,
            PRIMARY KEY (consultation_id, version, question_id, measure)){end};
            """);
        migrationBuilder.Sql(
            $"""
            CREATE TABLE shown_progress ({key}, basis {text} NOT NULL, shown {text} NOT NULL,
            PRIMARY KEY (consultation_id, version, question_id)){end};
            """);
    }
}
