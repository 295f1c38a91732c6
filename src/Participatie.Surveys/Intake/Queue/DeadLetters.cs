using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Intake.Queue;

/// <summary>What staff see of the queue, and can bring back to life.</summary>
public sealed class DeadLetters(Database database, GroupedWriter writer, QueueBell bell, TimeProvider clock)
{
    public async Task<IReadOnlyList<QueueEntry>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await context.Queue.AsNoTracking().Where(entry => entry.Dead).OrderBy(entry => entry.ConsultationId).ToListAsync(cancellationToken);
    }

    /// <summary>How many wait, and since when the oldest of them is due (milliseconds since 1970), dead ones left out.</summary>
    public async Task<(int Waiting, long? OldestDue)> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var waiting = context.Queue.Where(entry => !entry.Dead);
        return (await waiting.CountAsync(cancellationToken), await waiting.MinAsync(entry => (long?)entry.VisibleAt, cancellationToken));
    }

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
        bell.Ring();
        return requeued;
    }
}
