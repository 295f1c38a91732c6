using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>
/// What several machines share: how much networks try, and recordings. Adds only: the release before counts tries by machine and keeps
/// recordings in its folder.
/// </summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261128100000_SeveralMachines")]
public sealed class SeveralMachines : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var isSqlite = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        var (real, large, text, bytes, end) = isSqlite
            ? ("REAL", "INTEGER", "TEXT", "BLOB", " WITHOUT ROWID")
            : ("double precision", "bigint", "text", "bytea", "");
        migrationBuilder.Sql(
            $"CREATE TABLE network_tries (who {bytes} NOT NULL PRIMARY KEY, taken {real} NOT NULL, at {large} NOT NULL){end};");
        migrationBuilder.Sql(
            $"CREATE TABLE recordings (name {text} NOT NULL PRIMARY KEY, made_at {large} NOT NULL, sound {bytes} NOT NULL){end};");
    }
}
