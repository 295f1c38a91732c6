using Participatie.Surveys.Review.Criteria;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Findings;

/// <summary>Staff, or a member who knows them, say which criterion of WCAG a finding is about.</summary>
public sealed class ClassifyFinding(TimeProvider clock)
{
    private readonly ReviewRecord _record = new(clock);

    /// <param name="scope">The transaction.</param>
    /// <param name="request">Of the finding.</param>
    /// <param name="criterion">W3C's short name; empty: of none after all.</param>
    /// <exception cref="ReviewException">Somebody wrote meanwhile, or there is no such finding or criterion.</exception>
    public async ValueTask ClassifyAsync(WriteScope scope, FindingRequest request, string criterion)
    {
        var (review, finding) = await FindingRecord.DemandAsync(scope, request);
        if (criterion.Length > 0 && SuccessCriteria.Find(criterion) is null)
        {
            throw new ReviewException(ReviewRefusal.NoCriterion);
        }

        await ReviewRecord.AppendAsync(
            scope, FindingRecord.Next(_record, review, finding, ReviewStep.Classified, request.Who) with { Text = criterion });
    }
}
