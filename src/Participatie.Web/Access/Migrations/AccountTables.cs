using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Web.Access.Migrations;

/// <summary>Accounts of staff. Written as statements for both databases, by the rules of the domain's own migrations.</summary>
[DbContext(typeof(AccessDb))]
[Migration("20261127210000_AccountTables")]
public sealed class AccountTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var isSqlite = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        var (id, large, whole, text, bytes, yesNo) = isSqlite
            ? ("TEXT", "INTEGER", "INTEGER", "TEXT", "BLOB", "INTEGER")
            : ("uuid", "bigint", "integer", "text", "bytea", "boolean");
        Table(
            "accounts",
            $"""
            id {id} NOT NULL PRIMARY KEY, name {text} NOT NULL, user_name {text} NOT NULL, normalized_user_name {text} NOT NULL, email
            {text} NOT NULL,
            normalized_email {text} NOT NULL, password_hash {text} NULL, security_stamp {text} NOT NULL, concurrency_stamp {text} NOT NULL,
            is_administrator {yesNo} NOT NULL, is_blocked {yesNo} NOT NULL, totp_key {bytes} NULL, last_totp_step {large} NOT NULL
            """);
        migrationBuilder.Sql("CREATE UNIQUE INDEX accounts_normalized_email ON accounts (normalized_email);");
        Table(
            "recovery_codes",
            $"account_id {id} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE, code_hash {bytes} NOT NULL, PRIMARY KEY (account_id, "
                + "code_hash)");
        Table("access_links", $"token_hash {bytes} NOT NULL PRIMARY KEY, kind {whole} NOT NULL, until {large} NOT NULL");
        Table(
            "sign_in_tries",
            $"who {bytes} NOT NULL PRIMARY KEY, wrong {whole} NOT NULL, waits_until {large} NOT NULL, at {large} NOT NULL");

        // Without a row number on SQLite: it would keep the order in which rows came.
        void Table(string name, string columns) =>
            migrationBuilder.Sql($"CREATE TABLE {name} ({columns}){(isSqlite ? " WITHOUT ROWID" : "")};");
    }
}
