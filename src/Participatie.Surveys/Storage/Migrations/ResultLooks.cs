using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>
/// Looks at the results of open consultations. What was published before is in none of them, so the first one of each version and
/// population keeps its distance to what is counted now: ten more than that, for those who withdrew since.
/// </summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261127100000_ResultLooks")]
public sealed class ResultLooks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var isSqlite = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        var (whole, small, large) = isSqlite ? ("INTEGER", "INTEGER", "INTEGER") : ("integer", "smallint", "bigint");
        migrationBuilder.Sql(
            $"""
            CREATE TABLE result_looks (consultation_id {whole} NOT NULL, version {whole} NOT NULL, population {small} NOT NULL, responses
            {large} NOT NULL,
            stage {small} NOT NULL, counts TEXT NOT NULL,
            PRIMARY KEY (consultation_id, version, population, responses)){(isSqlite ? " WITHOUT ROWID" : "")};
            """);
        // The number of responses begins the line of everybody.
        var counted = isSqlite
            ? "CAST(substr(counts, instr(counts, char(10) || '*|') + 3) AS INTEGER)"
            : @"COALESCE(CAST(substring(counts from '\n\*\|(\d+)') AS bigint), 0)";
        migrationBuilder.Sql(
            $"""
            INSERT INTO result_looks (consultation_id, version, population, responses, stage, counts)
            SELECT consultation_id, version, population, {counted} + 10, 2, '' FROM tallies
            WHERE question_id = '$responses' AND consultation_id IN (SELECT consultation_id FROM published_results);
            """);
    }
}
