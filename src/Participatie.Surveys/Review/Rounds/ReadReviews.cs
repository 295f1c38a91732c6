using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Rounds;

/// <summary>Reads rounds and findings, for pages.</summary>
public sealed class ReadReviews(Database database)
{
    public async Task<ConsultationReview> OfAsync(int consultationId, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return ConsultationReview.Of(
            consultationId,
            await context.ReviewEvents.AsNoTracking().Where(one => one.ConsultationId == consultationId)
                .OrderBy(one => one.Number).ToListAsync(cancellationToken));
    }
}
