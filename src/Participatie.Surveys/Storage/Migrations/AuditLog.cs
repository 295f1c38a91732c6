using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>What staff did. Adds only: the release before does not look at it.</summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261127210000_AuditLog")]
public sealed class AuditLog : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var isSqlite = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        var (large, small, text, bytes) = isSqlite ? ("INTEGER", "INTEGER", "TEXT", "BLOB") : ("bigint", "smallint", "text", "bytea");
        migrationBuilder.Sql(
            $"""
            CREATE TABLE audit_log (number {large} NOT NULL PRIMARY KEY, at {large} NOT NULL, who {text} NOT NULL, network {text} NOT NULL,
            action {text} NOT NULL,
            subject {text} NOT NULL, result {text} NOT NULL, before {text} NOT NULL, after {text} NOT NULL, key_number {small} NOT NULL,
            chain {bytes} NOT NULL){(isSqlite ? " WITHOUT ROWID" : "")};
            """);
    }
}
