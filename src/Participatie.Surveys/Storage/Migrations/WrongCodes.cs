using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>Wrong codes a minute over the whole site. Adds only: the release before does not look at it.</summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261127140000_WrongCodes")]
public sealed class WrongCodes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var isSqlite = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        var (whole, counted) = isSqlite ? ("INTEGER", "INTEGER") : ("bigint", "integer");
        migrationBuilder.Sql(
            $"CREATE TABLE wrong_codes (minute {whole} NOT NULL PRIMARY KEY, count {counted} NOT "
                + $"NULL){(isSqlite ? " WITHOUT ROWID" : "")};");
    }
}
