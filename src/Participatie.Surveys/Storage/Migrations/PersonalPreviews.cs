using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>By whose personal link a preview was made: it ends with that. Adds only.</summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261128103000_PersonalPreviews")]
public sealed class PersonalPreviews : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var bytes = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true ? "BLOB" : "bytea";
        migrationBuilder.Sql($"ALTER TABLE preview_links ADD COLUMN personal_link {bytes} NULL;");
    }
}
