using Participatie.Surveys.Definition;

namespace Participatie.Surveys.Intake.Queue;

/// <summary>Gives those that failed because their version could not be read a new row of tries, now that it can.</summary>
public sealed class RequeueReadable(IResponseQueue queue)
{
    /// <returns>How many.</returns>
    public async Task<int> RunAsync(PublishedVersion readable, CancellationToken cancellationToken)
    {
        bool WasUnreadable(DeadLetter letter) => letter.ConsultationId == readable.ConsultationId
            && letter.Failure == nameof(UnreadableVersionException);

        return (await queue.ListDeadAsync(cancellationToken))
            .Any(WasUnreadable) ? await queue.RequeueAsync(WasUnreadable, cancellationToken) : 0;
    }
}
