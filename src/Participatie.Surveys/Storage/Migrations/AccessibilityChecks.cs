using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>What a program saw of the pages of a version. Adds only: the release before does not look at it.</summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261128095000_AccessibilityChecks")]
public sealed class AccessibilityChecks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var (whole, large, text, end) = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true
            ? ("INTEGER", "INTEGER", "TEXT", " WITHOUT ROWID")
            : ("integer", "bigint", "text", "");
        migrationBuilder.Sql(
            $"""
            CREATE TABLE accessibility_checks (consultation_id {whole} NOT NULL REFERENCES consultations (id), number {whole} NOT NULL,
            hash {text} NOT NULL, document {text} NOT NULL, at {large} NOT NULL, who {text} NOT NULL,
            PRIMARY KEY (consultation_id, number)){end};
            """);
    }
}
