using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Intake;

/// <summary>
/// Whether responses of a consultation still wait to be counted or taken out of the counts, by whatever queue they travel. The responses
/// say it themselves: a queue may have lost a message, or set it apart after the last try.
/// </summary>
public sealed class UncountedResponses(Database database)
{
    internal static readonly ResponseState[] States = [ResponseState.Queued, ResponseState.Withdrawing];

    private readonly ConcurrentDictionary<int, bool> _counted = new();

    /// <summary>Asked again and again of a consultation that takes no responses any more: once all are counted, they stay so.</summary>
    public async ValueTask<bool> HasAnyAsync(int closedConsultation, CancellationToken cancellationToken)
    {
        if (_counted.ContainsKey(closedConsultation))
        {
            return false;
        }

        await using var context = database.NewContext();
        var uncounted = context.Responses.Where(response => response.ConsultationId == closedConsultation
            && (response.State == ResponseState.Queued || response.State == ResponseState.Withdrawing));
        // Those that the queue still knows are found at once; for the others all responses are looked through.
        var found = await context.Queue.Where(entry => entry.ConsultationId == closedConsultation)
                .AnyAsync(entry => uncounted.Any(response => response.Id == entry.ResponseId), cancellationToken)
            || await uncounted.AnyAsync(cancellationToken);
        if (!found)
        {
            _counted[closedConsultation] = true;
        }

        return found;
    }
}
