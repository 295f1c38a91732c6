using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage.Migrations;

/// <summary>
/// Finds the few dead letters, which every health check counts, while a million wait beside them. The queue is empty or small when this
/// runs, so nobody waits for it. Adds only.
/// </summary>
[DbContext(typeof(ParticipatieDb))]
[Migration("20261128110000_DeadLetterIndex")]
public sealed class DeadLetterIndex : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("CREATE INDEX queue_dead ON queue (consultation_id) WHERE dead;");
        // Those that are being withdrawn at this moment (2) are found as what waits for the worker.
        migrationBuilder.Sql("UPDATE responses SET shuffled = false WHERE state = 2 AND shuffled;");
    }
}
