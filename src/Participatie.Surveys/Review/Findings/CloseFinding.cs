using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Findings;

/// <summary>The chair closes a finding that nobody looked at again within the term, with a reason that its reporter reads.</summary>
public sealed class CloseFinding(TimeProvider clock)
{
    private readonly ReviewRecord _record = new(clock);

    /// <exception cref="ReviewException">Somebody was first, it is still its reporter's turn, or the reason says nothing.</exception>
    public async ValueTask CloseAsync(WriteScope scope, FindingRequest request, string reason)
    {
        var (review, finding) = await FindingRecord.DemandAsync(scope, request);
        if (finding.State != FindingState.LookAgain || finding.JoinedWith is not null)
        {
            throw new ReviewException(ReviewRefusal.NotNow);
        }

        if (_record.Today <= finding.LookAgainBy)
        {
            throw new ReviewException(ReviewRefusal.NotYours);
        }

        await ReviewRecord.AppendAsync(scope, FindingRecord.Next(review, finding, ReviewStep.ClosedByChair, request.Who, _record.Now) with
        {
            Text = ReviewRecord.DemandText(reason),
        });
    }
}
