using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition.Life;

/// <summary>
/// How consultations that never opened call themselves, for lists. A revision never changes, so each is read once: a document may be a
/// million bytes long.
/// </summary>
public sealed class ConceptTitles(Database database)
{
    private readonly ConcurrentDictionary<int, (int Revision, string? Title)> _known = new();

    /// <returns>In Dutch, by consultation; those that do not say are missing.</returns>
    public async Task<IReadOnlyDictionary<int, string>> OfAsync(
        IReadOnlyCollection<int> consultationIds, CancellationToken cancellationToken)
    {
        if (consultationIds.Count == 0)
        {
            return new Dictionary<int, string>();
        }

        await using var context = database.NewContext();
        var newest = await context.WorkingCopies.Where(copy => consultationIds.Contains(copy.ConsultationId))
            .GroupBy(copy => copy.ConsultationId).Select(copies => new { Id = copies.Key, Revision = copies.Max(copy => copy.Revision) })
            .ToListAsync(cancellationToken);
        var titles = new Dictionary<int, string>();
        foreach (var copy in newest)
        {
            if (!_known.TryGetValue(copy.Id, out var known) || known.Revision != copy.Revision)
            {
                var document = await context.WorkingCopies
                    .Where(entry => entry.ConsultationId == copy.Id && entry.Revision == copy.Revision)
                    .Select(entry => entry.Document).SingleAsync(cancellationToken);
                _known[copy.Id] = known = (copy.Revision, DocumentTitle.Of(document));
            }

            if (known.Title is not null)
            {
                titles[copy.Id] = known.Title;
            }
        }

        return titles;
    }
}
