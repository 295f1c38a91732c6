using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>What visitors report about the site, and what is done about it. Adds only: the release before does not look at it.</summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261128090000_VisitorReports")]
public sealed class VisitorReports : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var isSqlite = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        var (whole, small, large, bytes) = isSqlite ? ("INTEGER", "INTEGER", "INTEGER", "BLOB") : ("integer", "smallint", "bigint", "bytea");
        var (text, end) = isSqlite ? ("TEXT", " WITHOUT ROWID") : ("text", "");
        migrationBuilder.Sql(
            $"""
            CREATE TABLE visitor_reports (number {whole} NOT NULL, code_hash {bytes} NOT NULL, at {large} NOT NULL, page {text} NOT NULL,
            language {text} NOT NULL, settings {text} NOT NULL, text {text} NOT NULL, phone {text} NOT NULL, mail {text} NOT NULL,
            subject {small} NOT NULL, state {small} NOT NULL, due_on {whole} NOT NULL, forget_on {whole} NOT NULL,
            PRIMARY KEY (number)){end};
            """);
        migrationBuilder.Sql("CREATE UNIQUE INDEX visitor_reports_code_hash ON visitor_reports (code_hash);");
        migrationBuilder.Sql(
            $"""
            CREATE TABLE report_events (report {whole} NOT NULL REFERENCES visitor_reports (number), number {whole} NOT NULL,
            step {small} NOT NULL, at {large} NOT NULL, who {text} NOT NULL, answer {small} NULL, day {whole} NULL, text {text} NOT NULL,
            easy_text {text} NOT NULL, PRIMARY KEY (report, number)){end};
            """);
    }
}
