using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Findings;

/// <summary>The questions as somebody met them, and as they are later.</summary>
/// <param name="From">Revision of the older one.</param>
/// <param name="Before">Its document.</param>
/// <param name="To">Revision of the later one.</param>
/// <param name="After">Its document.</param>
public sealed record TwoVersions(int From, string Before, int To, string After);

/// <summary>Reads two revisions of a consultation, to show beside an answer what it changed.</summary>
public sealed class ReadTwoVersions(Database database)
{
    /// <returns>Null when one of the two is not there, or the second is not the later one.</returns>
    public async Task<TwoVersions?> OfAsync(int consultationId, int from, int to, CancellationToken cancellationToken)
    {
        if (from >= to)
        {
            return null;
        }

        await using var context = database.NewContext();
        var found = await context.WorkingCopies.AsNoTracking()
            .Where(copy => copy.ConsultationId == consultationId && (copy.Revision == from || copy.Revision == to))
            .OrderBy(copy => copy.Revision).Select(copy => copy.Document).ToListAsync(cancellationToken);
        return found is [var before, var after] ? new TwoVersions(from, before, to, after) : null;
    }
}
