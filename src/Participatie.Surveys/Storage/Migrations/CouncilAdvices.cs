using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>
/// What the council advises, what the province answers, and the days on which the council met. Adds only: the release before does not look at
/// it.
/// </summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261128093000_CouncilAdvices")]
public sealed class CouncilAdvices : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var isSqlite = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        var (whole, small, large, truth) = isSqlite
            ? ("INTEGER", "INTEGER", "INTEGER", "INTEGER")
            : ("integer", "smallint", "bigint", "boolean");
        var (text, end) = isSqlite ? ("TEXT", " WITHOUT ROWID") : ("text", "");
        migrationBuilder.Sql(
            $"""
            CREATE TABLE advice (number {whole} NOT NULL, slug {text} NOT NULL, is_asked {truth} NOT NULL, at {large} NOT NULL,
            who {text} NOT NULL, text {text} NOT NULL, state {small} NOT NULL, due_on {whole} NOT NULL, PRIMARY KEY (number)){end};
            """);
        migrationBuilder.Sql(
            $"""
            CREATE TABLE advice_events (advice {whole} NOT NULL REFERENCES advice (number), number {whole} NOT NULL, at {large} NOT NULL,
            who {text} NOT NULL, answer {small} NOT NULL, day {whole} NULL, text {text} NOT NULL, easy_text {text} NOT NULL,
            PRIMARY KEY (advice, number)){end};
            """);
        migrationBuilder.Sql(
            $"""
            CREATE TABLE council_meetings (day {whole} NOT NULL, at {large} NOT NULL, who {text} NOT NULL, PRIMARY KEY (day)){end};
            """);
    }
}
