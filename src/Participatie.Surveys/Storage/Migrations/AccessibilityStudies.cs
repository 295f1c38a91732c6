using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>Studies of the accessibility with their history. Adds only: the release before does not look at them.</summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261128070000_AccessibilityStudies")]
public sealed class AccessibilityStudies : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var (whole, small, large, text, end) = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true
            ? ("INTEGER", "INTEGER", "INTEGER", "TEXT", " WITHOUT ROWID")
            : ("integer", "smallint", "bigint", "text", "");
        migrationBuilder.Sql(
            $"""
            CREATE TABLE accessibility_studies (number {whole} NOT NULL, revision {whole} NOT NULL, state {small} NOT NULL,
            document {text} NOT NULL, at {large} NOT NULL, who {text} NOT NULL, PRIMARY KEY (number, revision)){end};
            """);
    }
}
