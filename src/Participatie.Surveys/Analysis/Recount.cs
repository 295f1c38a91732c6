using System.Data;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Analysis.Following;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Storage;
using Participatie.Surveys.Storage.BulkReading;

namespace Participatie.Surveys.Analysis;

/// <param name="Responses">How many were counted again.</param>
/// <param name="Differences">Each cell whose stored count differs, as "version 1, Open: question/group/cell: stored 3, recounted 4"; and
/// how many responses are damaged.</param>
/// <param name="Took">The time.</param>
public sealed record RecountReport(long Responses, IReadOnlyList<string> Differences, TimeSpan Took);

/// <summary>
/// Counts everything again from the responses, in the same snapshot as the running tallies, and holds the two against each other. Changes
/// nothing.
/// </summary>
public sealed class Recount(Database database, Catalogue catalogue, TallyLayouts layouts)
{
    /// <exception cref="InvalidOperationException">The responses were deleted, so that the tallies cannot be checked any more.</exception>
    public async Task<RecountReport> RunAsync(int consultationId, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await RefuseWhenFinalAsync(consultationId, cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var snapshot = database.IsSqlite
            ? ((Microsoft.Data.Sqlite.SqliteConnection)connection).BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var stored = await StoredTallies.ReadAsync(connection, snapshot, consultationId, cancellationToken);
        // After the snapshot began: a version that its responses name is surely known then.
        await catalogue.RefreshAsync(cancellationToken);
        var layoutOf = new Dictionary<int, TallyLayout>();
        foreach (var version in catalogue.VersionsOf(consultationId))
        {
            layoutOf[version.Number] = await layouts.OfAsync(consultationId, version.Number, cancellationToken);
        }

        // A response that is being withdrawn is in the tallies until the worker takes it out.
        using var count = new CountInParts(layoutOf);
        await ResponseScan.RunAsync(
            connection, consultationId, [ResponseState.Counted, ResponseState.Withdrawing], count.Take, cancellationToken);
        var recounted = await count.EndAsync();
        var differences = stored.SelectMany(row => Differences(row, recounted))
            .Concat(recounted.SelectMany(version => NotStored(version.Key, version.Value, stored)))
            .Concat(await ArrivalsAsync(connection, snapshot, consultationId, cancellationToken))
            .Concat(count.Damaged == 0 ? [] : [$"damaged: {count.Damaged} of the responses cannot be read, and were not recounted"]);
        return new RecountReport(count.Responses, [.. differences.Order(StringComparer.Ordinal)], Stopwatch.GetElapsedTime(started));
    }

    /// <summary>What is counted beside the answers, from the columns of the responses.</summary>
    private async Task<List<string>> ArrivalsAsync(
        DbConnection connection, DbTransaction snapshot, int consultationId, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext(connection, snapshot);
        var stored = await context.Arrivals.AsNoTracking().Where(entry => entry.ConsultationId == consultationId)
            .ToDictionaryAsync(
                entry => ((ArrivalDimension)entry.Dimension, entry.Value), entry => entry.Responses, cancellationToken);
        var recounted = new Arrivals();
        foreach (var alike in await context.Responses
            .Where(response => response.ConsultationId == consultationId
                && (response.State == ResponseState.Counted || response.State == ResponseState.Withdrawing))
            .GroupBy(response => new { response.Channel, response.Organisation, response.Language, response.Helped })
            .Select(group => new { group.Key, Count = group.LongCount() }).ToListAsync(cancellationToken))
        {
            recounted.Add(alike.Key.Channel, alike.Key.Organisation, alike.Key.Language, alike.Key.Helped, alike.Count);
        }

        var found = recounted.Changes.ToDictionary(change => change.Key, change => change.Value);
        return
        [
            .. stored.Keys.Union(found.Keys).Where(key => stored.GetValueOrDefault(key) != found.GetValueOrDefault(key)).Select(
                key => $"{key.Item1}/{key.Item2}: stored {stored.GetValueOrDefault(key)}, recounted {found.GetValueOrDefault(key)}"),
        ];
    }

    private static IEnumerable<string> Differences(TallyRow row, Dictionary<int, ConsultationTally> recounted)
    {
        var tally = recounted[row.Version];
        var counts = tally.Of(row.Population, tally.Layout.IndexOf(row.Question));
        return CountsText.Read(counts.Question, counts.Breakdowns, row.Counts).Differences(counts)
            .Select(difference => Named(row.Version, row.Population, difference));
    }

    private static IEnumerable<string> NotStored(int version, ConsultationTally tally, List<TallyRow> stored) => tally.Rows
        .Where(
            row =>
                !stored.Exists(
                    known => known.Version == version && known.Population == row.Population && known.Question == row.Counts.Question.Id))
        .SelectMany(
            row =>
                new QuestionCounts(row.Counts.Question, row.Counts.Breakdowns).Differences(row.Counts)
                    .Select(difference => Named(version, row.Population, difference)));

    private static string Named(int version, Population population, string difference) => $"version {version}, {population}: {difference}";

    private async Task RefuseWhenFinalAsync(int consultationId, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        if (await context.Consultations.AnyAsync(entry => entry.Id == consultationId && entry.FinalisedAt != null, cancellationToken))
        {
            throw new InvalidOperationException(
                "The responses of this consultation were deleted, as promised. Its counts are final and cannot be counted again.");
        }
    }
}
