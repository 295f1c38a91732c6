using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Web.Access.Migrations;

/// <summary>
/// What managing accounts needs: whose a link is, sessions that end one by one, passkeys, and when rights were looked at. Adds only: what
/// the release before writes has the defaults.
/// </summary>
[DbContext(typeof(AccessDb))]
[Migration("20261127231000_AccountManagement")]
public sealed class AccountManagement : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var isSqlite = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        var (id, large, text, bytes, yesNo, no, now) = isSqlite
            ? ("TEXT", "INTEGER", "TEXT", "BLOB", "INTEGER", "0", "CAST(strftime('%s', 'now') AS INTEGER) * 1000")
            : ("uuid", "bigint", "text", "bytea", "boolean", "FALSE", "CAST(EXTRACT(EPOCH FROM now()) * 1000 AS bigint)");
        var account = $"{id} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE";
        Add("accounts", $"made_at {large} NOT NULL DEFAULT 0");
        Add("accounts", $"last_signed_in_at {large} NULL");
        Add("accounts", $"administrator_since {large} NULL");
        Add("accounts", $"confirmed_at {large} NULL");
        Add("accounts", $"confirmed_by {text} NULL");
        Add("accounts", $"second_step_by_link {yesNo} NOT NULL DEFAULT {no}");
        // When it was before now is in the audit log alone.
        migrationBuilder.Sql($"UPDATE accounts SET made_at = {now};");
        migrationBuilder.Sql("UPDATE accounts SET administrator_since = made_at WHERE is_administrator;");
        Add("role_grants", $"confirmed_at {large} NULL");
        Add("role_grants", $"confirmed_by {text} NULL");
        Add("access_links", $"account_id {id} NULL REFERENCES accounts (id) ON DELETE CASCADE");
        migrationBuilder.Sql("CREATE INDEX access_links_account_id ON access_links (account_id);");
        Table("sessions", $"id_hash {bytes} NOT NULL PRIMARY KEY, account_id {account}, until {large} NOT NULL", "account_id");
        Table("passkeys", $"credential_id {bytes} NOT NULL PRIMARY KEY, user_id {account}, data {text} NOT NULL", "user_id");

        void Add(string table, string column) => migrationBuilder.Sql($"ALTER TABLE {table} ADD COLUMN {column};");

        void Table(string name, string columns, string index)
        {
            migrationBuilder.Sql($"CREATE TABLE {name} ({columns}){(isSqlite ? " WITHOUT ROWID" : "")};");
            migrationBuilder.Sql($"CREATE INDEX {name}_{index} ON {name} ({index});");
        }
    }
}
