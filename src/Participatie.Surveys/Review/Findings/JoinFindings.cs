using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Findings;

/// <summary>Two findings are the same: one of them is answered for both, and each keeps its member's own words.</summary>
public sealed class JoinFindings(TimeProvider clock)
{
    private readonly ReviewRecord _record = new(clock);

    /// <param name="scope">The transaction.</param>
    /// <param name="request">Of the finding that is answered by the other from now on.</param>
    /// <param name="with">The other.</param>
    /// <exception cref="ReviewException">Somebody wrote meanwhile, there is no such other, or one of them is closed or joined.</exception>
    public async ValueTask JoinAsync(WriteScope scope, FindingRequest request, int with)
    {
        var (review, finding) = await FindingRecord.DemandAsync(scope, request);
        var other = review.Finding(with) ?? throw new ReviewException(ReviewRefusal.Unknown);
        if (other.Number == finding.Number || other.JoinedWith is not null || finding.JoinedWith is not null
            || review.JoinedWith(finding).Any()
            || other.State == FindingState.Closed || finding.State == FindingState.Closed)
        {
            throw new ReviewException(ReviewRefusal.NotNow);
        }

        await ReviewRecord.AppendAsync(
            scope, FindingRecord.Next(_record, review, finding, ReviewStep.Joined, request.Who) with { Other = with });
    }
}
