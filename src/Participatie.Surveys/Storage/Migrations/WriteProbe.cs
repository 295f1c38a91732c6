using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>
/// One row for whoever wants to know whether the database takes changes (<see cref="TryWrite"/>). Of no worth to anybody else: it is in no
/// backup.
/// </summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261127160000_WriteProbe")]
public sealed class WriteProbe : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var isSqlite = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        migrationBuilder.Sql(isSqlite
            ? "CREATE TABLE write_probe (id INTEGER NOT NULL PRIMARY KEY, tried_at INTEGER NOT NULL) WITHOUT ROWID;"
            : "CREATE TABLE write_probe (id integer NOT NULL PRIMARY KEY, tried_at bigint NOT NULL);");
    }
}
