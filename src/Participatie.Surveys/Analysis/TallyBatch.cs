using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Analysis;

/// <summary>A response that comes into the tallies or leaves them.</summary>
/// <param name="Version">Number of the version that it answered.</param>
/// <param name="Channel">How it came in.</param>
/// <param name="Organisation">Whether it was given on behalf of an organisation.</param>
/// <param name="Document">Its canonical answers.</param>
/// <param name="Sign">+1: count it; -1: take it out.</param>
public sealed record TallyChange(int Version, ResponseChannel Channel, bool Organisation, byte[] Document, int Sign)
{
    public Population Population { get; } = Populations.Of(Channel, Organisation);
}

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
            var layout = await layouts.OfAsync(consultationId, version.Key);
            List<TallyChange> left = [.. version];
            foreach (var look in layout.IsShownWhileOpen ? await TakeLooks.DueAsync(scope, consultationId, version.Key, left) : [])
            {
                List<TallyChange> first = [.. left.Where(change => change.Population == look.Population).Take(look.Changes)];
                left = [.. left.Except(first)];
                await AddAsync(scope, consultationId, version.Key, layout, first);
                await StoredLooks.TakeAsync(scope, consultationId, version.Key, look.Population);
                await StoredLooks.ForgetAsync(scope, consultationId, version.Key, look.Population, below: look.Ready);
            }

            await AddAsync(scope, consultationId, version.Key, layout, left);
        }
    }

    private static async ValueTask AddAsync(
        WriteScope scope, int consultationId, int version, TallyLayout layout, List<TallyChange> changes)
    {
        if (changes.Count == 0)
        {
            return;
        }

        var tally = new ConsultationTally(layout);
        foreach (var change in changes)
        {
            tally.Add(change.Document, change.Population, change.Channel, change.Sign);
        }

        await StoredTallies.AddAsync(scope, consultationId, version, tally);
    }
}
