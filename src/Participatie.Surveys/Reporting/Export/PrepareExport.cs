using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.OpenAnswers;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Reporting.Decisions;
using Participatie.Surveys.Reporting.Export.Formats;
using Participatie.Surveys.Reporting.Export.Packing;
using Participatie.Surveys.Reporting.OpenData;
using Participatie.Surveys.Reporting.Results;
using Participatie.Surveys.Storage;
using Participatie.Surveys.Storage.BulkReading;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>
/// Makes an export ready to be written by its format: what residents handed in and did not withdraw, read in short ranges. No reader holds
/// the database at one moment for long, because what was wiped could not be removed meanwhile.
/// </summary>
public sealed class PrepareExport(
    Database database,
    Catalogue catalogue,
    ReadResultPage results,
    ReadReleasedAnswers released,
    ReadDecisions decisions,
    TimeProvider clock)
{
    /// <param name="request">What is wanted.</param>
    /// <param name="afterRange">See <see cref="ExportSource.AfterRange"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when there is no consultation with that slug.</returns>
    /// <exception cref="ResponsesDeletedException">There is nothing left to export.</exception>
    /// <exception cref="NoResultsException">There is nothing public yet, and that is what was asked for.</exception>
    public async Task<ExportSource?> PrepareAsync(
        ExportRequest request, Func<long, CancellationToken, ValueTask> afterRange, CancellationToken cancellationToken)
    {
        await catalogue.RefreshAsync(cancellationToken);
        if (catalogue.Latest(request.Slug) is not { } latest)
        {
            return catalogue.UnreadableOf(request.Slug) is { } unreadable ? throw new UnreadableVersionException(unreadable) : null;
        }

        if (request.Format.HasRows)
        {
            await RefuseWhenDeletedAsync(latest.ConsultationId, cancellationToken);
        }
        else if (!await results.HasNumbersAsync(latest.ConsultationId, cancellationToken))
        {
            throw new NoResultsException();
        }

        var selection = request.Filters.Of(latest.ConsultationId, latest.Number);
        return new ExportSource
        {
            Request = request,
            Versions = catalogue.VersionsOf(latest.ConsultationId),
            Life = catalogue.LifeOf(latest),
            Made = clock.GetUtcNow(),
            ReadTallies = async stop =>
            {
                await using var connection = await database.OpenAsync(stop);
                return await StoredTallies.ReadAsync(connection, transaction: null, latest.ConsultationId, stop);
            },
            ReadPublic = stop => ReadPublicAsync(latest, stop),
            AfterRange = afterRange,
            Scan = async (take, after, stop) =>
            {
                await using var connection = await database.OpenAsync(stop);
                await ResponseScan.RunInRangesAsync(connection, selection, take, after, stop);
            },
            ScanIds = async (take, stop) =>
            {
                await using var connection = await database.OpenAsync(stop);
                await ResponseScan.RunIdsAsync(connection, selection, take, stop);
            },
        };
    }

    private async Task<PublicTables?> ReadPublicAsync(PublishedVersion latest, CancellationToken cancellationToken)
    {
        var id = latest.ConsultationId;
        return await results.HasNumbersAsync(id, cancellationToken) && await results.LastChangeAsync(id, cancellationToken) is { } changed
            ? new PublicTables(
                changed,
                await results.ReadPublishedAsync(id, cancellationToken),
                OpenHistory.Of(latest, catalogue.LifeOf(latest), await decisions.PublicOfAsync(id, cancellationToken)))
            {
                Answers = released.InOrderOfWordsAsync(id, cancellationToken),
                Letters = await results.LettersAsync(id, cancellationToken),
            }
            : null;
    }

    private async ValueTask RefuseWhenDeletedAsync(int consultationId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT finalised_at FROM consultations WHERE id = {consultationId}";
        if (await command.ExecuteScalarAsync(cancellationToken) is not (null or DBNull))
        {
            throw new ResponsesDeletedException();
        }
    }
}

/// <summary>The responses were deleted, as promised.</summary>
public sealed class ResponsesDeletedException() : InvalidOperationException(
    "The responses of this consultation were deleted, as promised. Their counts are final: the public result and its open data still hold "
        + "them.");
