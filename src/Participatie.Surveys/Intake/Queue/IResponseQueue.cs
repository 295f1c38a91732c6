using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Intake.Queue;

/// <summary>A response that waits to be counted or taken out.</summary>
/// <param name="ConsultationId">Its consultation.</param>
/// <param name="ResponseId">Its id.</param>
/// <param name="Attempts">How often it was received, this time included.</param>
public sealed record QueueMessage(int ConsultationId, byte[] ResponseId, int Attempts);

/// <summary>
/// At least once: a message may come again after its visibility time-out, so its effect must be one that happens once. Messages are
/// put in by the transaction that hands in or withdraws (<see cref="DatabaseQueue"/>).
/// </summary>
public interface IResponseQueue
{
    /// <summary>Takes up to that many messages that are due; nobody else gets them until the visibility time-out.</summary>
    Task<IReadOnlyList<QueueMessage>> ReceiveAsync(int most, CancellationToken cancellationToken);

    /// <summary>Ends messages, inside the transaction that has their effect.</summary>
    ValueTask CompleteAsync(WriteScope scope, IReadOnlyList<QueueMessage> messages);

    /// <summary>Brings messages back later, or sets them apart as dead after the last try.</summary>
    /// <param name="messages">What failed.</param>
    /// <param name="failure">The kind of failure, without anything of the response in it.</param>
    /// <param name="cancellationToken">Before the work has begun.</param>
    Task RetryAsync(IReadOnlyList<QueueMessage> messages, string failure, CancellationToken cancellationToken);
}
