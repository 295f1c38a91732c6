using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>The rows of the table of looks. Whoever calls holds the <see cref="ConsultationLock"/>.</summary>
internal static class StoredLooks
{
    /// <summary>All of a consultation, without their counts.</summary>
    public static async ValueTask<List<LookEntry>> ListAsync(WriteScope scope, int consultationId) => await scope.Context.Looks
        .Where(look => look.ConsultationId == consultationId)
        .Select(look => new LookEntry
        {
            ConsultationId = look.ConsultationId,
            Version = look.Version,
            Population = look.Population,
            Responses = look.Responses,
            Stage = look.Stage,
            Counts = "",
        })
        .ToListAsync();

    /// <summary>The counts of all that are shown.</summary>
    public static async ValueTask<List<TallyRow>> ShownAsync(WriteScope scope, int consultationId)
    {
        var shown = await scope.Context.Looks.AsNoTracking()
            .Where(look => look.ConsultationId == consultationId && look.Stage == (short)LookStage.Shown).ToListAsync();
        return [.. shown.SelectMany(look => PublishedJson.ReadCounts(look.Counts)
            .Select(counts => new TallyRow(look.Version, (Population)look.Population, counts.Key, counts.Value)))];
    }

    /// <summary>Keeps what is counted of one version and population now.</summary>
    public static async ValueTask TakeAsync(WriteScope scope, int consultationId, int version, Population population)
    {
        var rows = await scope.Context.Tallies.AsNoTracking()
            .Where(row => row.ConsultationId == consultationId && row.Version == version && row.Population == (short)population)
                .ToListAsync();
        var counts = rows.ToDictionary(row => row.QuestionId, row => CountsText.OfEverybody(row.Counts), StringComparer.Ordinal);
        scope.Context.Looks.Add(new LookEntry
        {
            ConsultationId = consultationId,
            Version = version,
            Population = (short)population,
            Responses = CountsText.Seen(counts[ResponsesTally.Responses]),
            Stage = (short)LookStage.Taken,
            Counts = PublishedJson.WriteCounts(counts),
        });
        await scope.Context.SaveChangesAsync();
    }

    /// <summary>The look becomes the public one of its version and population. Older ones go; a younger one goes on waiting.</summary>
    public static async ValueTask ShowAsync(WriteScope scope, LookEntry look)
    {
        var own = Of(scope, look.ConsultationId, look.Version, look.Population);
        await own.Where(other => other.Responses < look.Responses || other.Stage == (short)LookStage.Shown).ExecuteDeleteAsync();
        await own.Where(other => other.Responses == look.Responses)
            .ExecuteUpdateAsync(set => set.SetProperty(other => other.Stage, (short)LookStage.Shown));
    }

    /// <summary>Those that wait and were not shown yet.</summary>
    /// <param name="scope">The transaction.</param>
    /// <param name="consultationId">Of the consultation.</param>
    /// <param name="version">Of the version.</param>
    /// <param name="population">Whose.</param>
    /// <param name="below">Only those with fewer responses.</param>
    public static async ValueTask ForgetAsync(
        WriteScope scope, int consultationId, int version, Population population, long below = long.MaxValue) =>
        await Of(scope, consultationId, version, (short)population)
            .Where(look => look.Stage == (short)LookStage.Taken && look.Responses < below).ExecuteDeleteAsync();

    /// <summary>After the final result none is needed.</summary>
    public static async ValueTask ForgetAllAsync(WriteScope scope, int consultationId) =>
        await scope.Context.Looks.Where(look => look.ConsultationId == consultationId).ExecuteDeleteAsync();

    private static IQueryable<LookEntry> Of(WriteScope scope, int consultationId, int version, short population) =>
        scope.Context.Looks.Where(
            look => look.ConsultationId == consultationId && look.Version == version && look.Population == population);
}
