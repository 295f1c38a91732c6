using System.Data.Common;
using System.Text;
using Microsoft.Extensions.Logging;
using Participatie.Surveys.Analysis.Following;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Analysis;

/// <summary>
/// The worker's handler. Messages may come twice, also to two workers at once; the step from queued to counted is a compare-and-set in the
/// transaction that changes the tallies, so each response has its effect once.
/// </summary>
public sealed partial class CountResponses(
    IResponseQueue queue, GroupedWriter writer, TallyBatch tallies, TimeProvider clock, ILogger<CountResponses> log)
{
    /// <summary>
    /// A larger batch counts faster, but on SQLite residents who save an answer wait for it: this one takes a few milliseconds.
    /// </summary>
    public const int BatchSize = 200;

    /// <summary>A queue that delivers everything twice must not fill the log.</summary>
    private static readonly TimeSpan SayEvery = TimeSpan.FromHours(1);

    private DateTimeOffset _saidAt;
    private int _came;

    /// <summary>Counts what is due, one batch.</summary>
    /// <returns>How many messages were received; 0: nothing is due.</returns>
    public async Task<int> CountBatchAsync(CancellationToken cancellationToken)
    {
        var messages = await queue.ReceiveAsync(BatchSize, cancellationToken);
        foreach (var group in messages.GroupBy(message => message.ConsultationId))
        {
            IReadOnlyList<QueueMessage> batch = [.. group];
            if (!await TryCountAsync(batch, cancellationToken) && batch.Count > 1)
            {
                // One of them is ill: each on its own, so that the others are not held up by it.
                foreach (var message in batch)
                {
                    await TryCountAsync([message], cancellationToken);
                }
            }
        }

        return messages.Count;
    }

    private async Task<bool> TryCountAsync(IReadOnlyList<QueueMessage> batch, CancellationToken cancellationToken)
    {
        try
        {
            SayWhatCameAgain(await writer.WriteAsync(scope => CountAsync(scope, batch), cancellationToken));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            if (batch.Count == 1)
            {
                // The kind only: a message of the database may quote what was being stored. That a version cannot be read the log said
                // once.
                if (failure is not UnreadableVersionException)
                {
                    LogFailure(failure.GetType().Name, batch[0].ConsultationId, batch[0].Attempts);
                }

                await queue.RetryAsync(batch, failure.GetType().Name, cancellationToken);
            }

            return false;
        }

        // When this fails they come again and find nothing to do. A stop waits for it: the effect is there.
        await queue.CompleteAsync(batch, CancellationToken.None);
        return true;
    }

    /// <returns>How many of them found nothing to do.</returns>
    private async ValueTask<int> CountAsync(WriteScope scope, IReadOnlyList<QueueMessage> batch)
    {
        var consultation = batch[0].ConsultationId;
        var changes = new List<TallyChange>(batch.Count);
        var days = new ResponseDays();
        var arrivals = new Arrivals();
        foreach (var statement in Statements.For(scope, batch))
        {
            await ReadAsync(changes, days, arrivals, +1, await scope.QueryAsync(
                $"""
                UPDATE responses SET state = @counted WHERE consultation_id = @consultation AND {statement.Which} AND state = @queued
                RETURNING version, channel, organisation, document, hour, language, helped
                """,
                ("@counted", (short)ResponseState.Counted),
                ("@consultation", consultation),
                ("@queued", (short)ResponseState.Queued),
                statement.Value));
            await ReadAsync(changes, days, arrivals, -1, await scope.QueryAsync(
                $"""
                SELECT version, channel, organisation, document, hour, language, helped FROM responses
                WHERE consultation_id = @consultation AND {statement.Which} AND state = @withdrawing{(scope.IsSqlite ? "" : " FOR UPDATE")}
                """,
                ("@consultation", consultation),
                ("@withdrawing", (short)ResponseState.Withdrawing),
                statement.Value));
            await scope.ExecuteAsync(
                $$"""
                UPDATE responses SET state = @withdrawn, document = '{}'
                WHERE consultation_id = @consultation AND {{statement.Which}} AND state = @withdrawing
                """,
                ("@withdrawn", (short)ResponseState.Withdrawn),
                ("@consultation", consultation),
                ("@withdrawing", (short)ResponseState.Withdrawing),
                statement.Value);
        }

        await tallies.ApplyAsync(scope, consultation, changes);
        await days.StoreAsync(scope, consultation);
        await arrivals.StoreAsync(scope, consultation);
        if (changes.Count > 0)
        {
            await TakeFollowState.RunAsync(scope, consultation);
        }

        return batch.Count - changes.Count;
    }

    private void SayWhatCameAgain(int messages)
    {
        _came += messages;
        var now = clock.GetUtcNow();
        if (_came > 0 && now - _saidAt >= SayEvery)
        {
            LogCameAgain(_came);
            (_saidAt, _came) = (now, 0);
        }
    }

    private static async ValueTask ReadAsync(
        List<TallyChange> changes, ResponseDays days, Arrivals arrivals, int sign, DbDataReader rows)
    {
        await using (rows)
        {
            while (await rows.ReadAsync())
            {
                var (channel, organisation) = ((ResponseChannel)rows.GetInt16(1), rows.GetBoolean(2));
                changes.Add(new TallyChange(
                    rows.GetInt32(0), channel, organisation, Encoding.UTF8.GetBytes(rows.GetString(3)), sign));
                days.Add(rows.GetInt64(4), sign);
                arrivals.Add(channel, organisation, rows.GetString(5), (Helped)rows.GetInt16(6), sign);
            }
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Count} messages came again, or too late: their responses were counted or withdrawn already, and nothing counts twice")]
    private partial void LogCameAgain(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Counting failed with {Failure} for a response of consultation {ConsultationId}, try "
        + "{Attempt}")]
    private partial void LogFailure(string failure, int consultationId, int attempt);

    /// <summary>PostgreSQL takes all ids in one statement; SQLite has no arrays, and no way to the server to save.</summary>
    private static class Statements
    {
        public static IEnumerable<(string Which, (string, object?) Value)> For(WriteScope scope, IReadOnlyList<QueueMessage> batch) =>
            scope.IsSqlite
                ? batch.Select(message => ("id = @id", ("@id", (object?)message.ResponseId)))
                : [("id = ANY(@ids)", ("@ids", (object?)batch.Select(message => message.ResponseId).ToArray()))];
    }
}
