using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>
/// Whether two people filled in together, and the count of pages that were not understood. Adds only: what is there stays as it is.
/// </summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261122120000_HelpAndPuzzles")]
public sealed class HelpedAndNotUnderstood : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var isSqlite = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        var (whole, small) = isSqlite ? ("INTEGER", "INTEGER") : ("integer", "smallint");
        migrationBuilder.Sql($"ALTER TABLE drafts ADD COLUMN helped {small} NOT NULL DEFAULT 0;");
        // The pages for which this draft was counted, as |question/step||question/step|.
        migrationBuilder.Sql("ALTER TABLE drafts ADD COLUMN not_understood TEXT NOT NULL DEFAULT '';");
        migrationBuilder.Sql($"ALTER TABLE responses ADD COLUMN helped {small} NOT NULL DEFAULT 0;");
        migrationBuilder.Sql(
            $"""
            CREATE TABLE not_understood (consultation_id {whole} NOT NULL, version {whole} NOT NULL, question_id TEXT NOT NULL, step {whole}
            NOT NULL,
            language TEXT NOT NULL, count {whole} NOT NULL,
            PRIMARY KEY (consultation_id, version, question_id, step, language)){(isSqlite ? " WITHOUT ROWID" : "")};
            """);
    }
}
