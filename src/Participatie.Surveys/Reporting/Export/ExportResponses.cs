using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Intake.Scanning;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>Writes what residents handed in and did not withdraw to files, as it stood at one moment.</summary>
public sealed class ExportResponses(Database database, Catalogue catalogue, TimeProvider clock)
{
    // Counted or not makes no difference to what somebody said.
    private static readonly ResponseState[] HandedIn = [ResponseState.Queued, ResponseState.Counted];

    /// <returns>What was written; null when there is no consultation with that slug.</returns>
    /// <exception cref="IOException">The files could not be written; none of them is there.</exception>
    public async Task<Manifest?> ExportAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var snapshot = await BeginAsync(connection, cancellationToken);
        // After the snapshot began: a version that its responses name is surely known then.
        await catalogue.RefreshAsync(cancellationToken);
        if (catalogue.Latest(request.Slug) is not { } latest)
        {
            return null;
        }

        var versions = catalogue.VersionsOf(latest.ConsultationId);
        return await ExportFiles.WriteAsync(
            versions,
            (take, stop) => ResponseScan.RunAsync(connection, latest.ConsultationId, HandedIn, take, stop),
            RankingFile.Of(versions, await StoredTallies.ReadAsync(connection, snapshot, latest.ConsultationId, cancellationToken)),
            request.Format,
            request.Target,
            clock.GetUtcNow(),
            cancellationToken);
    }

    private static async ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var snapshot = connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        // Both databases fix the moment at the first statement that reads.
        await using var first = connection.CreateCommand();
        first.Transaction = snapshot;
        first.CommandText = "SELECT 1 FROM consultations LIMIT 1";
        await first.ExecuteScalarAsync(cancellationToken);
        return snapshot;
    }
}
