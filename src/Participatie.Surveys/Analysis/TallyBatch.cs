using Participatie.Surveys.Intake;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Analysis;

/// <summary>A response that comes into the tallies or leaves them.</summary>
/// <param name="Version">Number of the version that it answered.</param>
/// <param name="Channel">How it came in.</param>
/// <param name="Organisation">Whether it was given on behalf of an organisation.</param>
/// <param name="Document">Its canonical answers.</param>
/// <param name="Sign">+1: count it; -1: take it out.</param>
public sealed record TallyChange(int Version, Channel Channel, bool Organisation, byte[] Document, int Sign);

/// <summary>Changes the running tallies, inside the transaction that marks the responses.</summary>
public sealed class TallyBatch(TallyLayouts layouts)
{
    public async ValueTask ApplyAsync(WriteScope scope, int consultationId, IReadOnlyList<TallyChange> changes)
    {
        if (changes.Count == 0)
        {
            return;
        }

        // One lock for all rows of a consultation, so two workers cannot each wait for the other.
        await ConsultationLock.TakeAsync(scope, consultationId);
        foreach (var version in changes.GroupBy(change => change.Version).OrderBy(version => version.Key))
        {
            var tally = new ConsultationTally(await layouts.OfAsync(consultationId, version.Key));
            foreach (var change in version)
            {
                tally.Add(change.Document, Populations.Of(change.Channel, change.Organisation), change.Channel, change.Sign);
            }

            await StoredTallies.AddAsync(scope, consultationId, version.Key, tally);
        }
    }
}
