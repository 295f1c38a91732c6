using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>What is filled in behind a link to a preview, and when a link was made. Adds only.</summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261127231500_PreviewDrafts")]
public sealed class PreviewDrafts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var isSqlite = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        var (whole, small, large, hash, yes) = isSqlite
            ? ("INTEGER", "INTEGER", "INTEGER", "BLOB", "INTEGER")
            : ("integer", "smallint", "bigint", "bytea", "boolean");
        migrationBuilder.Sql($"ALTER TABLE preview_links ADD COLUMN made_at {large} NOT NULL DEFAULT 0;");
        migrationBuilder.Sql(
            $"""
            CREATE TABLE preview_drafts (token_hash {hash} NOT NULL PRIMARY KEY,
            link_hash {hash} NOT NULL REFERENCES preview_links (token_hash), answers TEXT NOT NULL, organisation {yes} NOT NULL,
            helped {small} NOT NULL, has_code {yes} NOT NULL, language TEXT NOT NULL, rotation {whole} NOT NULL,
            revision {whole} NOT NULL, saved_at {large} NOT NULL){(isSqlite ? " WITHOUT ROWID" : "")};
            """);
        migrationBuilder.Sql("CREATE INDEX preview_drafts_link_hash ON preview_drafts (link_hash);");
    }
}
