using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Findings;

/// <summary>A finding was not the same as the other after all: it stands alone again, as it stood before.</summary>
public sealed class TakeApart(TimeProvider clock)
{
    private readonly ReviewRecord _record = new(clock);

    /// <exception cref="ReviewException">Somebody wrote meanwhile, or it is not joined.</exception>
    public async ValueTask TakeAsync(WriteScope scope, FindingRequest request)
    {
        var (review, finding) = await FindingRecord.DemandAsync(scope, request);
        if (finding.JoinedWith is null)
        {
            throw new ReviewException(ReviewRefusal.NotNow);
        }

        await ReviewRecord.AppendAsync(
            scope, FindingRecord.Next(_record, review, finding, ReviewStep.TakenApart, request.Who));
    }
}
