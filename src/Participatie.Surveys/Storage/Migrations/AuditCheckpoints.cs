using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>Where the audit log can be verified from. Adds only: the release before reads all of it, and finds its beginning gone.</summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261127234500_AuditCheckpoints")]
public sealed class AuditCheckpoints : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var isSqlite = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        var (whole, large, small, bytes) = isSqlite
            ? ("INTEGER", "INTEGER", "INTEGER", "BLOB")
            : ("integer", "bigint", "smallint", "bytea");
        migrationBuilder.Sql(
            $"""
            CREATE TABLE audit_checkpoints (kind {whole} NOT NULL PRIMARY KEY, number {large} NOT NULL, chain {bytes} NOT NULL,
            at {large} NOT NULL, key_number {small} NOT NULL, seal {bytes} NOT NULL){(isSqlite ? " WITHOUT ROWID" : "")};
            """);
    }
}
