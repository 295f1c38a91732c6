using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>Mails that wait to be sent. Adds only: the release before sends none.</summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261127223000_MailOutbox")]
public sealed class MailOutbox : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var isSqlite = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        var (large, small, text, bytes) = isSqlite ? ("INTEGER", "INTEGER", "TEXT", "BLOB") : ("bigint", "smallint", "text", "bytea");
        migrationBuilder.Sql(
            $"""
            CREATE TABLE mail_outbox (id {bytes} NOT NULL PRIMARY KEY, subject {text} NOT NULL, content {bytes}, state {small} NOT NULL,
            written_at {large} NOT NULL, due_at {large} NOT NULL, tries {small} NOT NULL, failure {small} NOT NULL, failed_at {large},
            ended_at {large}){(isSqlite ? " WITHOUT ROWID" : "")};
            CREATE INDEX mail_outbox_due ON mail_outbox (due_at);
            """);
    }
}
