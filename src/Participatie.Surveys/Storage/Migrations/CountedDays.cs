using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>How many responses came in on each day; of days before there is nothing to tell.</summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261127233000_CountedDays")]
public sealed class CountedDays : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var (whole, large, end) = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true
            ? ("INTEGER", "INTEGER", " WITHOUT ROWID")
            : ("integer", "bigint", "");
        migrationBuilder.Sql(
            $"""
            CREATE TABLE response_days (consultation_id {whole} NOT NULL REFERENCES consultations (id), day {whole} NOT NULL,
            responses {large} NOT NULL, PRIMARY KEY (consultation_id, day)){end};
            """);
    }
}
