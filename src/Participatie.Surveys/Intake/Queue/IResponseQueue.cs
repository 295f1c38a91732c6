using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Intake.Queue;

/// <summary>A response that waits to be counted or taken out.</summary>
/// <param name="ConsultationId">Its consultation.</param>
/// <param name="ResponseId">Its id.</param>
/// <param name="Attempts">How often it was received, this time included.</param>
/// <param name="Delivery">By which the queue knows this delivery from others of the same message; nobody else's business.</param>
public sealed record QueueMessage(int ConsultationId, byte[] ResponseId, int Attempts, object Delivery);

/// <summary>A message of which all tries failed; waits for staff.</summary>
/// <param name="ConsultationId">Its consultation.</param>
/// <param name="ResponseId">Its id.</param>
/// <param name="Attempts">How often it was received.</param>
/// <param name="Failure">The kind of the last failure, without anything of the response in it.</param>
public sealed record DeadLetter(int ConsultationId, byte[] ResponseId, int Attempts, string? Failure);

/// <summary>
/// At least once: whoever receives a message completes it after the commit of its effect, so it may come again, also to two at the same
/// time, and its effect must be one that happens once. Messages are put in by the transaction that hands in or withdraws (<see
/// cref="DatabaseQueue"/>).
/// </summary>
public interface IResponseQueue
{
    /// <summary>Takes up to that many messages that are due; nobody else gets them until the visibility time-out.</summary>
    Task<IReadOnlyList<QueueMessage>> ReceiveAsync(int most, CancellationToken cancellationToken);

    /// <summary>After nothing was received: returns when something may have come, or after a moment.</summary>
    Task WaitAsync(CancellationToken cancellationToken);

    /// <summary>Ends messages of which the effect is committed. One that was put in again since it was received stays.</summary>
    Task CompleteAsync(IReadOnlyList<QueueMessage> messages, CancellationToken cancellationToken);

    /// <summary>Brings messages back later, or sets them apart as dead letters after the last try.</summary>
    /// <param name="messages">What failed.</param>
    /// <param name="failure">The kind of failure, without anything of the response in it.</param>
    /// <param name="cancellationToken">Before the work has begun.</param>
    Task RetryAsync(IReadOnlyList<QueueMessage> messages, string failure, CancellationToken cancellationToken);

    /// <summary>How many wait, dead letters left out.</summary>
    Task<int> CountWaitingAsync(CancellationToken cancellationToken);

    /// <summary>Since when the oldest of those that wait is due; null when none waits. Cheap, however many there are.</summary>
    Task<DateTimeOffset?> OldestDueAsync(CancellationToken cancellationToken);

    /// <summary>How many dead letters there are, by consultation.</summary>
    Task<IReadOnlyDictionary<int, int>> CountDeadAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<DeadLetter>> ListDeadAsync(CancellationToken cancellationToken);

    /// <summary>Gives dead letters a new row of tries, by the program itself.</summary>
    /// <returns>How many.</returns>
    Task<int> RequeueAsync(Func<DeadLetter, bool> which, CancellationToken cancellationToken) =>
        RequeueAsync(which, static (_, _) => ValueTask.CompletedTask, cancellationToken);

    /// <summary>Gives dead letters a new row of tries, and writes down which.</summary>
    /// <param name="which">Of them.</param>
    /// <param name="record">
    /// Writes it down, in the transaction that gives them back. May run more than once and counts once; not called when there are none.
    /// </param>
    /// <param name="cancellationToken">Before the work has begun.</param>
    /// <returns>How many.</returns>
    Task<int> RequeueAsync(
        Func<DeadLetter, bool> which, Func<WriteScope, IReadOnlyList<DeadLetter>, ValueTask> record, CancellationToken cancellationToken);
}
