using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Intake.Queue;

/// <summary>What staff see of the queue, and can bring back to life.</summary>
public sealed class DeadLetters(Database database, GroupedWriter writer, QueueSignal signal, TimeProvider clock)
{
    public async Task<IReadOnlyList<QueueEntry>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await context.Queue.AsNoTracking().Where(entry => entry.Dead).OrderBy(entry => entry.ConsultationId).ToListAsync(cancellationToken);
    }

    /// <summary>How many were set apart, by consultation.</summary>
    public async Task<IReadOnlyList<(string Slug, long Count)>> CountAsync(CancellationToken cancellationToken) => await database.ReadAsync(
        "SELECT slug, COUNT(*) FROM queue JOIN consultations c ON c.id = consultation_id WHERE dead = @dead GROUP BY slug ORDER BY slug",
        row => (row.GetString(0), row.GetInt64(1)),
        cancellationToken,
        ("@dead", true));

    /// <summary>How many wait, dead ones left out.</summary>
    public async Task<int> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await context.Queue.CountAsync(entry => !entry.Dead, cancellationToken);
    }

    /// <summary>Since when the oldest of those that wait is due; null when none waits. One look at an index, however many there are.</summary>
    public async Task<DateTimeOffset?> OldestDueAsync(CancellationToken cancellationToken) => await database.ReadAsync(
        "SELECT visible_at FROM queue WHERE dead = @dead ORDER BY visible_at LIMIT 1",
        row => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)),
        cancellationToken,
        ("@dead", false)) is [var due] ? due : null;

    /// <summary>Gives those that failed because their version could not be read a new row of tries, now that it can.</summary>
    /// <returns>How many.</returns>
    public Task<int> ReviveAsync(PublishedVersion readable, CancellationToken cancellationToken) => writer.WriteAsync(
        scope => scope.ExecuteAsync(
            "UPDATE queue SET dead = @alive, attempts = 0, visible_at = @now WHERE consultation_id = @consultation AND dead = @dead AND failure = @failure",
            ("@alive", false),
            ("@now", clock.GetUtcNow().ToUnixTimeMilliseconds()),
            ("@consultation", readable.ConsultationId),
            ("@dead", true),
            ("@failure", nameof(UnreadableVersionException))),
        cancellationToken);

    /// <summary>Gives all dead letters a new row of tries.</summary>
    /// <returns>How many.</returns>
    public async Task<int> RequeueAsync(CancellationToken cancellationToken)
    {
        var requeued = await writer.WriteAsync(
            scope => scope.ExecuteAsync(
                "UPDATE queue SET dead = @alive, attempts = 0, visible_at = @now WHERE dead = @dead",
                ("@alive", false),
                ("@now", clock.GetUtcNow().ToUnixTimeMilliseconds()),
                ("@dead", true)),
            cancellationToken);
        signal.Set();
        return requeued;
    }
}
