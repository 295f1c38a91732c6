using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>
/// The first tables. Written as statements because the migration builder cannot make tables without a row number on SQLite, and a row
/// number would keep the order in which responses came in.
/// <para>
/// Rules for every migration, held by the tests of the schema: it only creates, adds and drops in a way that both databases and the release
/// before can live with; each table is mapped in <see cref="ParticipatieDb"/> with what becomes of its rows; a new table has foreign keys
/// (those of before have none, because SQLite would have to build them anew), but never to <c>responses</c>, <c>drafts</c>, <c>queue</c> or
/// <c>invitations</c>, whose rows are deleted or written anew in random order; and values that the database makes, which tell an order, are
/// for tables without residents' rows only.
/// </para>
/// </summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261122000000_Ground")]
public sealed class InitialSchema : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Table(
            "consultations",
            "id {int} NOT NULL PRIMARY KEY, slug {text} NOT NULL UNIQUE, overruled_because {text} NULL, finalised_at {long} NULL");
        Table(
            "versions",
            """
            consultation_id {int} NOT NULL, number {int} NOT NULL, document {text} NOT NULL, published_at {long} NOT NULL,
            PRIMARY KEY (consultation_id, number)
            """);
        Table(
            "drafts",
            """
            token_hash {blob} NOT NULL PRIMARY KEY, moved_from {blob} NULL UNIQUE, consultation_id {int} NOT NULL, version {int} NOT NULL,
            answers {text} NOT NULL, organisation {bool} NOT NULL, invitation {blob} NULL, language {text} NOT NULL, rotation {int} NOT
            NULL,
            revision {int} NOT NULL, resume_hash {blob} NULL UNIQUE, saved_at {long} NOT NULL
            """);
        Index("drafts", "saved_at");
        Table(
            "invitations",
            "code_hash {blob} NOT NULL PRIMARY KEY, key_number {short} NOT NULL, consultation_id {int} NOT NULL, batch {text} NOT NULL, "
                + "used {bool} NOT NULL");
        Table(
            "invitation_uses",
            "consultation_id {int} NOT NULL, batch {text} NOT NULL, day {int} NOT NULL, count {int} NOT NULL, PRIMARY KEY "
                + "(consultation_id, batch, day)");
        Table(
            "responses",
            """
            consultation_id {int} NOT NULL, id {blob} NOT NULL, version {int} NOT NULL, channel {short} NOT NULL, organisation {bool} NOT
            NULL,
            language {text} NOT NULL, hour {long} NOT NULL, rotation {int} NOT NULL, state {short} NOT NULL, key_number {short} NOT NULL,
            receipt_hash {blob} NOT NULL UNIQUE, draft_proof {blob} NOT NULL UNIQUE, receipt_attempt {short} NOT NULL, document {text} NOT
            NULL,
            PRIMARY KEY (consultation_id, id)
            """);
        Table(
            "queue",
            """
            response_id {blob} NOT NULL PRIMARY KEY, consultation_id {int} NOT NULL, attempts {int} NOT NULL, visible_at {long} NOT NULL,
            dead {bool} NOT NULL, failure {text} NULL
            """);
        Index("queue", "visible_at");
        Table(
            "tallies",
            """
            consultation_id {int} NOT NULL, version {int} NOT NULL, population {short} NOT NULL, question_id {text} NOT NULL, counts {text}
            NOT NULL,
            PRIMARY KEY (consultation_id, version, population, question_id)
            """);
        Table(
            "published_results",
            """
            consultation_id {int} NOT NULL, question_id {text} NOT NULL, position {int} NOT NULL, document {text} NOT NULL, basis {text} NOT
            NULL,
            sequence {int} NOT NULL, published_at {long} NOT NULL, PRIMARY KEY (consultation_id, question_id)
            """);
        Table(
            "released_answers",
            "consultation_id {int} NOT NULL, response_id {blob} NOT NULL, question_id {text} NOT NULL, PRIMARY KEY (consultation_id, "
                + "response_id, question_id)");
        Table("code_keys", "number {short} NOT NULL PRIMARY KEY, proof {blob} NOT NULL");
        Table("data_protection_keys", "name {text} NOT NULL PRIMARY KEY, xml {text} NOT NULL");

        void Table(string name, string columns) =>
            migrationBuilder.Sql($"CREATE TABLE {name} ({Typed(columns)}){(IsSqlite ? " WITHOUT ROWID" : "")};");

        void Index(string table, string column) => migrationBuilder.Sql($"CREATE INDEX {table}_{column} ON {table} ({column});");
    }

    private bool IsSqlite => ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;

    private string Typed(string columns)
    {
        (string Token, string Sqlite, string Postgres)[] types =
        [
            ("{int}", "INTEGER", "integer"),
            ("{long}", "INTEGER", "bigint"),
            ("{short}", "INTEGER", "smallint"),
            ("{bool}", "INTEGER", "boolean"),
            ("{text}", "TEXT", "text"),
            ("{blob}", "BLOB", "bytea"),
        ];
        foreach (var (token, sqlite, postgres) in types)
        {
            columns = columns.Replace(token, IsSqlite ? sqlite : postgres, StringComparison.Ordinal);
        }

        return columns;
    }
}
