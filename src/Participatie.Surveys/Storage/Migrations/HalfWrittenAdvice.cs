using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>Whether the province asked for it, of an advice that is half written. Adds only.</summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261128104000_HalfWrittenAdvice")]
public sealed class HalfWrittenAdvice : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var yes = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true ? "INTEGER" : "boolean";
        migrationBuilder.Sql($"ALTER TABLE half_written ADD COLUMN is_asked {yes} NULL;");
    }
}
