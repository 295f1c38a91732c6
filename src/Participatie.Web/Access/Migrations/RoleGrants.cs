using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Web.Access.Migrations;

/// <summary>Roles that were given. Adds only: the release before does not look at it.</summary>
[DbContext(typeof(AccessDb))]
[Migration("20261127230000_RoleGrants")]
public sealed class RoleGrants : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var isSqlite = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        var (id, large, whole, text) = isSqlite ? ("TEXT", "INTEGER", "INTEGER", "TEXT") : ("uuid", "bigint", "integer", "text");
        // Of a consultation without a foreign key: 0 is none, and the domain's tables have a history of their own.
        migrationBuilder.Sql(
            $"""
            CREATE TABLE role_grants (account_id {id} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE, role {whole} NOT NULL,
            consultation_id {whole} NOT NULL, until {large} NOT NULL, given_at {large} NOT NULL, given_by {text} NOT NULL,
            PRIMARY KEY (account_id, role, consultation_id)){(isSqlite ? " WITHOUT ROWID" : "")};
            """);
    }
}
