using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Analysis.Publishing;

/// <param name="Population">Whose.</param>
/// <param name="Changes">How many of its responses are counted first.</param>
/// <param name="Ready">The newest look of it that may be shown when all are counted; older ones go.</param>
internal sealed record DueLook(Population Population, int Changes, long Ready);

/// <summary>The worker's part of <see cref="LookMoments"/>: which looks are due while it counts some responses of one version.</summary>
internal static class TakeLooks
{
    /// <returns>The looks to take. What a withdrawal touches is forgotten already.</returns>
    public static async ValueTask<List<DueLook>> DueAsync(
        WriteScope scope, int consultationId, int version, IReadOnlyList<TallyChange> changes)
    {
        var counted = await CountedAsync(scope, consultationId, version);
        var looks = (await StoredLooks.ListAsync(scope, consultationId)).Where(look => look.Version == version).ToList();
        var due = new List<DueLook>();
        foreach (var group in changes.GroupBy(change => change.Population))
        {
            if (group.Any(change => change.Sign < 0))
            {
                await StoredLooks.ForgetAsync(scope, consultationId, version, group.Key);
                continue;
            }

            var before = counted.GetValueOrDefault(group.Key);
            var after = before + group.Count();
            var own = looks.Where(look => look.Population == (short)group.Key).Select(look => look.Responses).ToList();
            if (LookMoments.Next(before, after, own.DefaultIfEmpty().Max()) is { } next)
            {
                due.Add(
                    new DueLook(
                        group.Key,
                        (int)(next - before),
                        own.Append(next).Where(look => LookMoments.MayBeShown(look, after)).DefaultIfEmpty().Max()));
            }
        }

        return due;
    }

    private static async ValueTask<Dictionary<Population, long>> CountedAsync(WriteScope scope, int consultationId, int version)
    {
        var rows = await scope.Context.Tallies.AsNoTracking()
            .Where(row => row.ConsultationId == consultationId && row.Version == version && row.QuestionId == ResponsesTally.Responses)
                .ToListAsync();
        return rows.ToDictionary(row => (Population)row.Population, row => CountsText.Seen(row.Counts));
    }
}
