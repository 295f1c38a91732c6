using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Reporting.Results;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Reporting.OpenData;

/// <summary>Finds the consultations that have figures for everybody: a few small rows each, however many people answered.</summary>
public sealed class ListOpenData(Database database, Catalogue catalogue)
{
    /// <summary>
    /// The newest figures first. What was made up, trials and samples, is not among them: a portal would take it for real.
    /// </summary>
    public async Task<IReadOnlyList<OpenDataset>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var changes = await context.PublishedResults.GroupBy(row => row.ConsultationId)
            .Select(rows => new { Id = rows.Key, At = rows.Max(row => row.PublishedAt) })
            .ToDictionaryAsync(last => last.Id, last => last.At, cancellationToken);
        var arrivals = await context.PublishedResults.Where(row => row.QuestionId == ResponsesTally.Responses)
            .Select(row => new { row.ConsultationId, row.Document }).ToListAsync(cancellationToken);
        var shown = arrivals.Where(row => ReadResultPage.HasNumbers(row.Document)).Select(row => row.ConsultationId).ToHashSet();
        return
        [
            .. catalogue.All.Where(version => shown.Contains(version.ConsultationId))
                .Select(version => new OpenDataset(
                    version,
                    catalogue.LifeOf(version),
                    DateTimeOffset.FromUnixTimeMilliseconds(changes[version.ConsultationId])))
                .Where(open => !open.Life.IsMadeUp)
                .OrderByDescending(open => open.Changed).ThenBy(open => open.Latest.Definition.Slug, StringComparer.Ordinal),
        ];
    }
}
