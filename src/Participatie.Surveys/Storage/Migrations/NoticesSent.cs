using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>What was told by mail, so that it is told once. Adds only: the release before tells nothing.</summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261127236000_NoticesSent")]
public sealed class NoticesSent : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var isSqlite = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        migrationBuilder.Sql(isSqlite
            ? "CREATE TABLE notices_sent (key TEXT NOT NULL PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;"
            : "CREATE TABLE notices_sent (key text NOT NULL PRIMARY KEY, at bigint NOT NULL);");
    }
}
