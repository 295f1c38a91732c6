using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Web.Access.Migrations;

/// <summary>Who signs in elsewhere. Adds only: the release before does not look at it.</summary>
[DbContext(typeof(AccessDb))]
[Migration("20261127234000_SingleSignOnTables")]
public sealed class SingleSignOnTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var isSqlite = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        var (id, large, text, bytes, end) = isSqlite
            ? ("TEXT", "INTEGER", "TEXT", "BLOB", " WITHOUT ROWID")
            : ("uuid", "bigint", "text", "bytea", "");
        migrationBuilder.Sql(
            $"""
            CREATE TABLE external_identities (issuer {text} NOT NULL, subject {text} NOT NULL,
            account_id {id} NULL REFERENCES accounts (id) ON DELETE SET NULL, PRIMARY KEY (issuer, subject)){end};
            CREATE INDEX external_identities_account_id ON external_identities (account_id);
            CREATE TABLE used_sign_ons (nonce_hash {bytes} NOT NULL PRIMARY KEY, until {large} NOT NULL){end};
            """);
    }
}
