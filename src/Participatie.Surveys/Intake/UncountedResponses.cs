using System.Collections.Concurrent;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Intake;

/// <summary>
/// Whether responses of a consultation still wait to be counted or taken out of the counts, by whatever queue they travel. The responses say it themselves:
/// a queue may have lost a message, or set it apart after the last try.
/// </summary>
public sealed class UncountedResponses(Database database)
{
    // For statements: by number, so that a partial index or a plan never depends on a parameter.
    internal static readonly string States = $"({(short)ResponseState.Queued}, {(short)ResponseState.Withdrawing})";

    private readonly ConcurrentDictionary<int, bool> _counted = new();

    /// <summary>Asked again and again of a consultation that takes no responses any more: once all are counted, they stay so.</summary>
    public async ValueTask<bool> HasAnyAsync(int closedConsultation, CancellationToken cancellationToken)
    {
        if (_counted.ContainsKey(closedConsultation))
        {
            return false;
        }

        // Those that the queue still knows are found at once; for the others all responses are looked through.
        var found = await AnyAsync(
            $"""
            SELECT 1 FROM queue q JOIN responses r ON r.consultation_id = q.consultation_id AND r.id = q.response_id
            WHERE q.consultation_id = @consultation AND r.state IN {States} LIMIT 1
            """)
            || await AnyAsync($"SELECT 1 FROM responses WHERE consultation_id = @consultation AND state IN {States} LIMIT 1");
        if (!found)
        {
            _counted[closedConsultation] = true;
        }

        return found;

        async ValueTask<bool> AnyAsync(string sql) =>
            (await database.ReadAsync(sql, _ => true, cancellationToken, ("@consultation", closedConsultation))).Count > 0;
    }
}
