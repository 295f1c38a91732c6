using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Intake.Queue;

/// <summary>
/// The queue as a table beside the responses, so that a message is put in by the very transaction that hands in. A delivery is known by the
/// moment until which nobody else gets it: whoever puts the message in again meanwhile changes that.
/// </summary>
public sealed class DatabaseQueue(Database database, GroupedWriter writer, QueueSignal signal, TimeProvider clock) : IResponseQueue
{
    /// <summary>Other processes set no signal here; retries come due by themselves.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    /// <summary>Each batch writes every tally row: a moment's patience counts, or sends, many responses for the price of one.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(100);

    public static async ValueTask SendAsync(WriteScope scope, int consultationId, byte[] responseId, DateTimeOffset now) =>
        await scope.ExecuteAsync(
            """
            INSERT INTO queue (response_id, consultation_id, attempts, visible_at, dead) VALUES (@id, @consultation, 0, @now, @dead)
            ON CONFLICT (response_id) DO NOTHING
            """,
            ("@id", responseId),
            ("@consultation", consultationId),
            ("@now", now.ToUnixTimeMilliseconds()),
            ("@dead", false));

    public static async ValueTask SendWithdrawalAsync(WriteScope scope, byte[] receiptHash, DateTimeOffset now) =>
        await scope.ExecuteAsync(
            """
            INSERT INTO queue (response_id, consultation_id, attempts, visible_at, dead)
            SELECT id, consultation_id, 0, @now, @dead FROM responses WHERE receipt_hash = @receipt
            ON CONFLICT (response_id) DO UPDATE SET attempts = 0, visible_at = excluded.visible_at, dead = excluded.dead
            """,
            ("@now", now.ToUnixTimeMilliseconds()),
            ("@dead", false),
            ("@receipt", receiptHash));

    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(int most, CancellationToken cancellationToken)
    {
        // Looking costs nothing; taking is a write, which an idle worker should not make every few seconds.
        var due = await database.ReadAsync(
            "SELECT 1 FROM queue WHERE visible_at <= @now AND dead = @dead LIMIT 1",
            _ => true,
            cancellationToken,
            ("@now", Now),
            ("@dead", false));
        return due.Count == 0 ? [] : await writer.WriteAsync(scope => TakeAsync(scope, most), cancellationToken);
    }

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await signal.WaitAsync(LookAgain, clock, cancellationToken);
        await Task.Delay(Gather, clock, cancellationToken);
    }

    public Task CompleteAsync(IReadOnlyList<QueueMessage> messages, CancellationToken cancellationToken) => writer.WriteAsync(
        scope => ChangeAsync(scope, "DELETE FROM queue", messages), cancellationToken);

    public Task RetryAsync(IReadOnlyList<QueueMessage> messages, string failure, CancellationToken cancellationToken) => writer.WriteAsync(
        async scope =>
        {
            foreach (var message in messages)
            {
                var wait = RetryTimes.After(message.Attempts);
                await scope.ExecuteAsync(
                    "UPDATE queue SET visible_at = @next, dead = @dead, failure = @failure WHERE response_id = @id AND visible_at = @until",
                    ("@next", Now + (long)(wait ?? TimeSpan.Zero).TotalMilliseconds),
                    ("@dead", wait is null),
                    ("@failure", failure),
                    ("@id", message.ResponseId),
                    ("@until", message.Delivery));
            }
        },
        cancellationToken);

    /// <summary>Gives back what could not be brought any further, as if nobody had taken it.</summary>
    public Task ReturnAsync(IReadOnlyList<QueueMessage> messages, CancellationToken cancellationToken) => writer.WriteAsync(
        scope => ChangeAsync(scope, "UPDATE queue SET visible_at = @now, attempts = attempts - 1", messages, ("@now", Now)),
        cancellationToken);

    public async Task<int> CountWaitingAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await context.Queue.CountAsync(entry => !entry.Dead, cancellationToken);
    }

    public async Task<DateTimeOffset?> OldestDueAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await context.Queue.Where(entry => !entry.Dead).OrderBy(entry => entry.VisibleAt).Select(entry => (long?)entry.VisibleAt)
            .FirstOrDefaultAsync(cancellationToken)
            is { } due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null;
    }

    public async Task<IReadOnlyDictionary<int, int>> CountDeadAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await context.Queue.Where(entry => entry.Dead).GroupBy(entry => entry.ConsultationId).ToDictionaryAsync(
            group => group.Key, group => group.Count(), cancellationToken);
    }

    public async Task<IReadOnlyList<DeadLetter>> ListDeadAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return [.. (await context.Queue.AsNoTracking().Where(entry => entry.Dead).OrderBy(entry => entry.ConsultationId)
            .ToListAsync(cancellationToken)).Select(Letter)];
    }

    public Task<int> RequeueAsync(
        Func<DeadLetter, bool> which, Func<WriteScope, IReadOnlyList<DeadLetter>, ValueTask> record, CancellationToken cancellationToken) =>
        writer.WriteAsync(
        async scope =>
        {
            var again = (await scope.Context.Queue.Where(entry => entry.Dead).ToListAsync(cancellationToken))
                .FindAll(entry => which(Letter(entry)));
            if (again.Count == 0)
                return 0;
            var letters = again.ConvertAll(Letter);
            foreach (var entry in again)
            {
                (entry.Dead, entry.Attempts, entry.VisibleAt) = (false, 0, Now);
            }

            await scope.Context.SaveChangesAsync(cancellationToken);
            await record(scope, letters);
            return again.Count;
        },
        cancellationToken);

    private static DeadLetter Letter(QueueEntry entry) => new(entry.ConsultationId, entry.ResponseId, entry.Attempts, entry.Failure);

    /// <summary>
    /// Of these deliveries, those that were not put in again. PostgreSQL takes all ids in one statement; SQLite has no arrays, and no way to
    /// the server to save.
    /// </summary>
    private static async ValueTask ChangeAsync(
        WriteScope scope, string change, IReadOnlyList<QueueMessage> messages, params (string, object?)[] values)
    {
        foreach (var delivery in messages.GroupBy(message => message.Delivery))
        {
            if (!scope.IsSqlite)
            {
                await scope.ExecuteAsync(
                    $"{change} WHERE response_id = ANY(@ids) AND visible_at = @until",
                    [.. values, ("@ids", delivery.Select(message => message.ResponseId).ToArray()), ("@until", delivery.Key)]);
                continue;
            }

            foreach (var message in delivery)
            {
                await scope.ExecuteAsync(
                    $"{change} WHERE response_id = @id AND visible_at = @until",
                    [.. values, ("@id", message.ResponseId), ("@until", delivery.Key)]);
            }
        }
    }

    private async ValueTask<IReadOnlyList<QueueMessage>> TakeAsync(WriteScope scope, int most)
    {
        var until = Now + (long)RetryTimes.Visibility.TotalMilliseconds;
        // Several workers on PostgreSQL pass by the rows that another one is taking.
        var rows = await scope.QueryAsync(
            $"""
            UPDATE queue SET attempts = attempts + 1, visible_at = @until
            WHERE response_id IN (
                SELECT response_id FROM queue WHERE visible_at <= @now AND dead = @dead ORDER BY visible_at LIMIT @most
                {(scope.IsSqlite ? "" : "FOR UPDATE SKIP LOCKED")})
            RETURNING consultation_id, response_id, attempts
            """,
            ("@until", until),
            ("@now", Now),
            ("@dead", false),
            ("@most", most));
        var taken = new List<QueueMessage>();
        await using (rows)
        {
            while (await rows.ReadAsync())
            {
                taken.Add(new QueueMessage(rows.GetInt32(0), rows.GetFieldValue<byte[]>(1), rows.GetInt32(2), until));
            }
        }

        return taken;
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
