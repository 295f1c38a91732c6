using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>What was withdrawn or deleted, so that a restored backup forgets it again. Adds only.</summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261127150000_WhatIsForgotten")]
public sealed class ForgottenResponses : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var isSqlite = ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        migrationBuilder.Sql(
            $"""
            CREATE TABLE forgotten (what TEXT NOT NULL, which TEXT NOT NULL, at {(isSqlite ? "INTEGER" : "bigint")} NOT NULL,
            PRIMARY KEY (what, which)){(isSqlite ? " WITHOUT ROWID" : "")};
            """);
        migrationBuilder.Sql("CREATE INDEX forgotten_at ON forgotten (at);");
    }
}
