using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>When staff last took a file of a consultation. Adds only: the release before does not look at it.</summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261128024500_LastExports")]
public sealed class LastExports : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var (whole, large, text, end) = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true
            ? ("INTEGER", "INTEGER", "TEXT", " WITHOUT ROWID")
            : ("integer", "bigint", "text", "");
        migrationBuilder.Sql(
            $"""
            CREATE TABLE last_exports (consultation_id {whole} NOT NULL REFERENCES consultations (id), who {text} NOT NULL,
            at {large} NOT NULL, withdrawn_in_hour {large} NOT NULL, PRIMARY KEY (consultation_id, who)){end};
            """);
    }
}
