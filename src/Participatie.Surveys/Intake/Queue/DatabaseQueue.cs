using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Intake.Queue;

/// <summary>The queue as a table beside the responses, so that a message is put in by the very transaction that hands in.</summary>
public sealed class DatabaseQueue(Database database, GroupedWriter writer, TimeProvider clock) : IResponseQueue
{
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
            ON CONFLICT (response_id) DO NOTHING
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

    public async ValueTask CompleteAsync(WriteScope scope, IReadOnlyList<QueueMessage> messages)
    {
        foreach (var message in messages)
        {
            await scope.ExecuteAsync("DELETE FROM queue WHERE response_id = @id", ("@id", message.ResponseId));
        }
    }

    public Task RetryAsync(IReadOnlyList<QueueMessage> messages, string failure, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            async scope =>
            {
                foreach (var message in messages)
                {
                    var wait = RetryTimes.After(message.Attempts);
                    await scope.ExecuteAsync(
                        "UPDATE queue SET visible_at = @next, dead = @dead, failure = @failure WHERE response_id = @id",
                        ("@next", Now + (long)(wait ?? TimeSpan.Zero).TotalMilliseconds),
                        ("@dead", wait is null),
                        ("@failure", failure),
                        ("@id", message.ResponseId));
                }
            },
            cancellationToken);

    private async ValueTask<IReadOnlyList<QueueMessage>> TakeAsync(WriteScope scope, int most)
    {
        // Several workers on PostgreSQL pass by the rows that another one is taking.
        var rows = await scope.QueryAsync(
            $"""
            UPDATE queue SET attempts = attempts + 1, visible_at = @until
            WHERE response_id IN (
                SELECT response_id FROM queue WHERE visible_at <= @now AND dead = @dead ORDER BY visible_at LIMIT @most
                {(scope.IsSqlite ? "" : "FOR UPDATE SKIP LOCKED")})
            RETURNING consultation_id, response_id, attempts
            """,
            ("@until", Now + (long)RetryTimes.Visibility.TotalMilliseconds),
            ("@now", Now),
            ("@dead", false),
            ("@most", most));
        var taken = new List<QueueMessage>();
        await using (rows)
        {
            while (await rows.ReadAsync())
            {
                taken.Add(new QueueMessage(rows.GetInt32(0), rows.GetFieldValue<byte[]>(1), rows.GetInt32(2)));
            }
        }

        return taken;
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
