using System.Data.Common;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Storage;
using Participatie.Surveys.Storage.BulkReading;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>
/// Writes what residents handed in and did not withdraw to files. What is handed in or withdrawn while it writes may be in them or not: no
/// reader holds the database at one moment for that long, because what was wiped could not be removed meanwhile.
/// </summary>
public sealed class ExportResponses(Database database, Catalogue catalogue, TimeProvider clock)
{
    // Counted or not makes no difference to what somebody said.
    private static readonly ResponseState[] HandedIn = [ResponseState.Queued, ResponseState.Counted];

    /// <returns>What was written; null when there is no consultation with that slug.</returns>
    /// <exception cref="InvalidOperationException">The responses were deleted: there is nothing left to export.</exception>
    /// <exception cref="IOException">The files could not be written; none of them is there.</exception>
    public async Task<Manifest?> ExportAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await catalogue.RefreshAsync(cancellationToken);
        if (catalogue.Latest(request.Slug) is not { } latest)
        {
            return catalogue.UnreadableOf(request.Slug) is { } unreadable ? throw new UnreadableVersionException(unreadable) : null;
        }

        await RefuseWhenDeletedAsync(connection, latest.ConsultationId, cancellationToken);
        var versions = catalogue.VersionsOf(latest.ConsultationId);
        return await ExportFiles.WriteAsync(
            versions,
            (take, stop) => ResponseScan.RunInPiecesAsync(connection, latest.ConsultationId, latest.Number, HandedIn, take, stop),
            RankingFile.Of(versions, await StoredTallies.ReadAsync(connection, null, latest.ConsultationId, cancellationToken)),
            request.Format,
            request.Target,
            clock.GetUtcNow(),
            cancellationToken);
    }

    private static async ValueTask RefuseWhenDeletedAsync(DbConnection connection, int consultationId, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT finalised_at FROM consultations WHERE id = {consultationId}";
        if (await command.ExecuteScalarAsync(cancellationToken) is not (null or DBNull))
        {
            throw new InvalidOperationException(
                "The responses of this consultation were deleted, as promised. Their counts are final: the public result and its open "
                    + "data still hold them.");
        }
    }
}
