using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>The accessibility statement with its history. Adds only: the release before does not look at it.</summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261128080000_AccessibilityStatements")]
public sealed class AccessibilityStatements : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var (whole, small, large, text, end) = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true
            ? ("INTEGER", "INTEGER", "INTEGER", "TEXT", " WITHOUT ROWID")
            : ("integer", "smallint", "bigint", "text", "");
        migrationBuilder.Sql(
            $"""
            CREATE TABLE accessibility_statements (revision {whole} NOT NULL, state {small} NOT NULL, document {text} NOT NULL,
            at {large} NOT NULL, who {text} NOT NULL, PRIMARY KEY (revision)){end};
            """);
    }
}
