using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>
/// Brings the public results of a consultation up to date: look by look while it is open, if it shows them then, and once after closing,
/// when everything is counted.
/// </summary>
public sealed class PublishResults(
    Database database, GroupedWriter writer, Catalogue catalogue, UncountedResponses uncounted, TimeProvider clock)
{
    // What the last round saw of each consultation: when no response came or went, nothing can have changed.
    private readonly ConcurrentDictionary<int, string> _seen = new();

    /// <param name="latest">Its latest version.</param>
    /// <param name="cancellationToken">The program stops.</param>
    /// <returns>How many rows were published.</returns>
    public async Task<int> PublishAsync(PublishedVersion latest, CancellationToken cancellationToken)
    {
        var consultation = latest.ConsultationId;
        var moment = clock.GetUtcNow();
        // Recorded as closed, not only shut by the clock: while nobody was there to record it, somebody may still extend it.
        var isFinal = catalogue.LifeOf(latest).IsOver(moment) && !await uncounted.HasAnyAsync(consultation, cancellationToken);
        if (!isFinal
            && (latest.Definition.Results != ResultsMoment.WhileOpen || catalogue.StateOf(latest, moment) == OpenState.Closed))
        {
            return 0;
        }

        var now = await CountedAsync(consultation, isFinal, cancellationToken);
        if (_seen.TryGetValue(consultation, out var seen) && seen == now)
        {
            return 0;
        }

        var rows = await writer.WriteAsync(
            scope => isFinal ? EndAsync(scope, consultation) : LookAsync(scope, consultation), cancellationToken);
        _seen[consultation] = now;
        return rows;
    }

    private async Task<string> CountedAsync(int consultation, bool isFinal, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var responses = await context.Tallies.Where(row => row.ConsultationId == consultation && row.QuestionId == ResponsesTally.Responses)
            .OrderBy(row => row.Version).ThenBy(row => row.Population).Select(row => row.Counts).ToListAsync(cancellationToken);
        return $"{isFinal} {catalogue.VersionsOf(consultation).Count} {string.Join('\n', responses)}";
    }

    private async ValueTask<int> EndAsync(WriteScope scope, int consultation)
    {
        await ConsultationLock.TakeAsync(scope, consultation);
        if (await StoredResults.IsFinalAsync(scope, consultation))
        {
            // What is about people is published once: a later one, after a withdrawal, could be subtracted from it.
            return 0;
        }

        var tallies = await StoredTallies.ReadAsync(scope, consultation);
        await StoredLooks.ForgetAllAsync(scope, consultation);
        return await StoreAsync(scope, consultation, tallies, Sizes(tallies), isFinal: true);
    }

    private async ValueTask<int> LookAsync(WriteScope scope, int consultation)
    {
        await ConsultationLock.TakeAsync(scope, consultation);
        if (await StoredResults.IsFinalAsync(scope, consultation))
        {
            return 0;
        }

        var tallies = await StoredTallies.ReadAsync(scope, consultation);
        var looks = await StoredLooks.ListAsync(scope, consultation);
        foreach (var look in Ready(looks, tallies))
        {
            await StoredLooks.ShowAsync(scope, look);
        }

        var shown = await StoredLooks.ShownAsync(scope, consultation);
        // What the release before published stays until there is a look that keeps its distance to it.
        return shown.Count == 0 && looks.Exists(look => look.Stage == (short)LookStage.Before)
            ? 0
            : await StoreAsync(scope, consultation, shown, Sizes(tallies), isFinal: false);
    }

    /// <summary>Of each version and population the newest look that may be shown.</summary>
    private static IEnumerable<LookEntry> Ready(List<LookEntry> looks, List<TallyRow> tallies) =>
        from row in tallies
        where row.Question == ResponsesTally.Responses
        let responses = CountsText.Seen(row.Counts)
        let newest = looks
            .Where(look => look.Version == row.Version && look.Population == (short)row.Population && look.Stage == (short)LookStage.Taken)
            .Where(look => LookMoments.MayBeShown(look.Responses, responses))
            .MaxBy(look => look.Responses)
        where newest is not null
        select newest;

    private static Dictionary<Population, long> Sizes(List<TallyRow> tallies) => tallies
        .Where(row => row.Question == ResponsesTally.Responses)
        .GroupBy(row => row.Population, row => CountsText.Seen(row.Counts))
        .ToDictionary(sizes => sizes.Key, sizes => sizes.Sum());

    private async ValueTask<int> StoreAsync(
        WriteScope scope, int consultation, List<TallyRow> counts, Dictionary<Population, long> sizes, bool isFinal)
    {
        var (before, sequence, publishedAt) = await StoredResults.LastAsync(scope, consultation);
        var input = new PublicationInput
        {
            Versions = catalogue.VersionsOf(consultation),
            Counts = counts,
            Sizes = sizes,
            Sequence = sequence,
            Final = isFinal,
        };
        if (Publication.Of(input).SequenceEqual(before))
        {
            return 0;
        }

        var rows = Publication.Of(input with { Sequence = sequence + 1 });
        // Later than the last one even when the clock stood still.
        await StoredResults.ReplaceAsync(
            scope, consultation, rows, sequence + 1, Math.Max(clock.GetUtcNow().ToUnixTimeMilliseconds(), publishedAt + 1));
        return rows.Count;
    }
}
