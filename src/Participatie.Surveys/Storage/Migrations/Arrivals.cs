using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>
/// Who takes part, as staff follow it: how counted responses came in, what is shown of their groups, and the figures that these are held
/// against. Adds only; what was counted before is counted once here, from the responses that are still there.
/// </summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261128020000_Arrivals")]
public sealed class Arrivals : Migration
{
    // Counted, and being withdrawn: in the tallies until the worker takes it out.
    private const string IsCounted = "state IN (1, 2)";

    private const string IsKnown = "consultation_id IN (SELECT id FROM consultations)";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var (whole, small, large, text, truth, end) = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true
            ? ("INTEGER", "INTEGER", "INTEGER", "TEXT", "INTEGER", " WITHOUT ROWID")
            : ("integer", "smallint", "bigint", "text", "boolean", "");
        var consultation = $"consultation_id {whole} NOT NULL REFERENCES consultations (id)";
        migrationBuilder.Sql(
            $"""
            CREATE TABLE arrivals ({consultation}, dimension {small} NOT NULL, value {text} NOT NULL, responses {large} NOT NULL,
            PRIMARY KEY (consultation_id, dimension, value)){end};
            """);
        migrationBuilder.Sql(
            $"""
            CREATE TABLE follow_states ({consultation}, responses {large} NOT NULL, counts {text} NOT NULL,
            PRIMARY KEY (consultation_id)){end};
            """);
        migrationBuilder.Sql(
            $"""
            CREATE TABLE inhabitant_figures (number {whole} NOT NULL PRIMARY KEY, year {whole} NOT NULL, source {text} NOT NULL,
            inhabitants {text} NOT NULL, at {large} NOT NULL, who {text} NOT NULL, is_taken_back {truth} NOT NULL){end};
            """);
        migrationBuilder.Sql(
            $"""
            CREATE TABLE inhabitant_consents ({consultation}, figures {whole} NOT NULL, at {large} NOT NULL, who {text} NOT NULL,
            PRIMARY KEY (consultation_id, figures)){end};
            """);
        CountOnce(migrationBuilder, 0, "CASE WHEN organisation THEN 'organisation' WHEN channel = 1 THEN 'letter' "
            + "WHEN channel = 2 THEN 'paper' ELSE 'open' END");
        CountOnce(migrationBuilder, 1, "language");
        CountOnce(migrationBuilder, 2, "CASE helped WHEN 1 THEN 'helper' WHEN 2 THEN 'helped' ELSE 'alone' END");
    }

    private static void CountOnce(MigrationBuilder migrationBuilder, int dimension, string value) => migrationBuilder.Sql(
        $"""
        INSERT INTO arrivals (consultation_id, dimension, value, responses)
        SELECT consultation_id, {dimension}, {value}, count(*) FROM responses WHERE {IsCounted} AND {IsKnown}
        GROUP BY consultation_id, {value};
        """);
}
