using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Analysis.Following;

/// <summary>
/// Adds what this process counted since the last time to what all of them did, in one statement, and renews what staff see of it. What
/// cannot be written stays counted; a crash loses the minute since the last time.
/// </summary>
public sealed class StoreProgress(GroupedWriter writer, ProgressCounters counters)
{
    /// <returns>How many numbers changed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var changes = counters.Take();
        if (changes.Count == 0)
        {
            return 0;
        }

        try
        {
            await writer.WriteAsync(scope => StoreAsync(scope, changes), cancellationToken);
        }
        catch
        {
            counters.PutBack(changes);
            throw;
        }

        return changes.Count;
    }

    private static async ValueTask StoreAsync(WriteScope scope, IReadOnlyList<ProgressChange> changes)
    {
        await AddAsync(scope, changes);
        foreach (var version in changes.GroupBy(change => (change.ConsultationId, change.Version)))
        {
            await RenewAsync(
                scope.Context,
                version.Key.ConsultationId,
                version.Key.Version,
                version.Select(change => change.QuestionId).ToHashSet(StringComparer.Ordinal));
        }
    }

    /// <summary>Of a consultation that is gone, a trial, nothing is kept.</summary>
    private static ValueTask<int> AddAsync(WriteScope scope, IReadOnlyList<ProgressChange> changes)
    {
        const string Insert = "INSERT INTO question_progress (consultation_id, version, question_id, measure, number)";
        const string Known = "consultation_id IN (SELECT id FROM consultations)";
        const string Add = "ON CONFLICT (consultation_id, version, question_id, measure) "
            + "DO UPDATE SET number = question_progress.number + excluded.number";
        return scope.IsSqlite
            ? scope.ExecuteAsync(
                $"""
                {Insert}
                SELECT value ->> 0 AS consultation_id, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(@changes)
                WHERE value ->> 0 IN (SELECT id FROM consultations) {Add}
                """,
                ("@changes", JsonSerializer.Serialize(changes.Select(change => new object[]
                {
                    change.ConsultationId, change.Version, change.QuestionId, (short)change.Measure, change.Number,
                }))))
            : scope.ExecuteAsync(
                $"""
                {Insert}
                SELECT * FROM unnest(@consultations, @versions, @questions, @measures, @numbers)
                    AS change (consultation_id, version, question_id, measure, number) WHERE {Known} {Add}
                """,
                ("@consultations", changes.Select(change => change.ConsultationId).ToArray()),
                ("@versions", changes.Select(change => change.Version).ToArray()),
                ("@questions", changes.Select(change => change.QuestionId).ToArray()),
                ("@measures", changes.Select(change => (short)change.Measure).ToArray()),
                ("@numbers", changes.Select(change => change.Number).ToArray()));
    }

    private static async Task RenewAsync(ParticipatieDb context, int consultationId, int version, HashSet<string> questions)
    {
        var stored = (await context.QuestionProgress.AsNoTracking()
            .Where(entry => entry.ConsultationId == consultationId && entry.Version == version).ToListAsync())
            .ToLookup(entry => entry.QuestionId, StringComparer.Ordinal);
        var notUnderstood = (await context.NotUnderstood.AsNoTracking()
            .Where(entry => entry.ConsultationId == consultationId && entry.Version == version).ToListAsync())
            .ToLookup(entry => entry.QuestionId, entry => (long)entry.Count, StringComparer.Ordinal);
        var shown = await context.ShownProgress
            .Where(entry => entry.ConsultationId == consultationId && entry.Version == version)
            .ToDictionaryAsync(entry => entry.QuestionId, StringComparer.Ordinal);
        foreach (var question in questions.Where(stored.Contains))
        {
            var known = shown.GetValueOrDefault(question);
            var before = known is null
                ? ShownProgress.None
                : new ShownProgress(ShownProgress.Read(known.Basis), ShownProgress.Read(known.Shown));
            var next = before.Renew(
                stored[question].ToDictionary(entry => (ProgressMeasure)entry.Measure, entry => entry.Number),
                notUnderstood[question].Sum());
            if (ReferenceEquals(next, before))
            {
                continue;
            }

            var (basis, said) = (ShownProgress.Write(next.Basis), ShownProgress.Write(next.Shown));
            if (known is null)
            {
                context.ShownProgress.Add(new ShownProgressEntry
                {
                    ConsultationId = consultationId,
                    Version = version,
                    QuestionId = question,
                    Basis = basis,
                    Shown = said,
                });
            }
            else
            {
                (known.Basis, known.Shown) = (basis, said);
            }
        }

        await context.SaveChangesAsync();
    }
}
