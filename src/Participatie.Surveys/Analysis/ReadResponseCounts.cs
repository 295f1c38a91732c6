using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Analysis;

/// <summary>How many responses were counted.</summary>
/// <param name="All">And were not withdrawn.</param>
/// <param name="Today">Of those, that came in today.</param>
public sealed record ResponseCount(long All, long Today)
{
    public static readonly ResponseCount None = new(0, 0);
}

/// <summary>Reads how many responses there are from what was counted already: it takes as long for a million as for one.</summary>
public sealed class ReadResponseCounts(Database database, Catalogue catalogue, TimeProvider clock)
{
    private static readonly short[] Populations = [.. Enum.GetValues<Population>().Select(population => (short)population)];

    public async Task<ResponseCount> OfAsync(int consultationId, CancellationToken cancellationToken) =>
        (await OfAsync([consultationId], cancellationToken)).GetValueOrDefault(consultationId, ResponseCount.None);

    /// <returns>By consultation; those that nobody answered yet may be missing.</returns>
    public async Task<IReadOnlyDictionary<int, ResponseCount>> OfAsync(
        IReadOnlyCollection<int> consultationIds, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var day = Amsterdam.DayOf(clock.GetUtcNow()).DayNumber;
        var today = await context.ResponseDays.Where(entry => entry.Day == day && consultationIds.Contains(entry.ConsultationId))
            .ToDictionaryAsync(entry => entry.ConsultationId, entry => entry.Responses, cancellationToken);
        // The whole key is named: the rows of other questions, which are long, are not looked at.
        int[] versions = [.. consultationIds.SelectMany(catalogue.VersionsOf).Select(version => version.Number).Distinct()];
        var tallies = await context.Tallies.Where(
            entry => consultationIds.Contains(entry.ConsultationId) && versions.Contains(entry.Version)
                && Populations.Contains(entry.Population) && entry.QuestionId == ResponsesTally.Responses)
            .Select(entry => new { entry.ConsultationId, entry.Counts }).ToListAsync(cancellationToken);
        return tallies.GroupBy(entry => entry.ConsultationId).ToDictionary(
            entries => entries.Key,
            entries => new ResponseCount(
                entries.Sum(entry => CountsText.Seen(entry.Counts)), Math.Max(0, today.GetValueOrDefault(entries.Key))));
    }
}
