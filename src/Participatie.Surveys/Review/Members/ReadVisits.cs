using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Members;

/// <summary>How many visits there were each way and at each page, of a round.</summary>
/// <param name="Ways">Each that was said at least once.</param>
/// <param name="Languages">Tags.</param>
/// <param name="Pages">Parts of addresses.</param>
public sealed record VisitsOfRound(
    IReadOnlyDictionary<WayOfReading, int> Ways, IReadOnlyDictionary<string, int> Languages, IReadOnlyDictionary<string, int> Pages);

/// <summary>Sums up how people looked: nobody sees one visit.</summary>
public sealed class ReadVisits(Database database)
{
    public async Task<VisitsOfRound> OfAsync(int consultationId, int round, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var rows = await context.ReviewVisits.AsNoTracking().Where(one => one.ConsultationId == consultationId && one.Round == round)
            .ToListAsync(cancellationToken);
        return new VisitsOfRound(
            Count(rows.Select(row => row.Ways)).Where(pair => Enum.TryParse<WayOfReading>(pair.Key, out _))
                .ToDictionary(pair => Enum.Parse<WayOfReading>(pair.Key), pair => pair.Value),
            Count(rows.Select(row => row.Languages)),
            Count(rows.Select(row => row.Pages)));
    }

    private static Dictionary<string, int> Count(IEnumerable<string> lists) => lists
        .SelectMany(list => list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .GroupBy(one => one, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);
}
