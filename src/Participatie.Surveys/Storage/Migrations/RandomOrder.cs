using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>Which responses were written anew in random order, and when the last such round ended. Adds only.</summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261127151000_RandomOrder")]
public sealed class RandomOrder : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var isSqlite = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        migrationBuilder.Sql(
            $"ALTER TABLE responses ADD COLUMN shuffled {(isSqlite ? "INTEGER NOT NULL DEFAULT 0" : "boolean NOT NULL DEFAULT false")};");
        // Holds the few of the last minutes only, so that a round finds them among a million.
        migrationBuilder.Sql(
            $"CREATE INDEX responses_unshuffled ON responses (consultation_id, id) WHERE {(isSqlite ? "shuffled = 0" : "NOT shuffled")};");
        migrationBuilder.Sql(
            isSqlite
                ? "CREATE TABLE unlinking (what INTEGER NOT NULL PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;"
                : "CREATE TABLE unlinking (what smallint NOT NULL PRIMARY KEY, value bigint NOT NULL);");
    }
}
