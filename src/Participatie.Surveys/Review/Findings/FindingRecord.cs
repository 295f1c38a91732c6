using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Findings;

/// <summary>What verbs about one finding have in common.</summary>
internal static class FindingRecord
{
    /// <summary>The finding as the form of somebody knew it.</summary>
    /// <exception cref="ReviewException">There is none, or somebody did something with it meanwhile.</exception>
    public static async ValueTask<(ConsultationReview Review, Finding Finding)> DemandAsync(WriteScope scope, FindingRequest request)
    {
        var review = await ReviewRecord.ReadAsync(scope, request.ConsultationId);
        return (review, Demand(review, request.Finding, request.Seen));
    }

    /// <inheritdoc cref="DemandAsync"/>
    public static Finding Demand(ConsultationReview review, int finding, int seen)
    {
        var found = review.Finding(finding) ?? throw new ReviewException(ReviewRefusal.Unknown);
        return found.LastNumber == seen ? found : throw new ReviewException(ReviewRefusal.ChangedMeanwhile);
    }

    /// <summary>The next event about it.</summary>
    public static ReviewEvent Next(ReviewRecord record, ConsultationReview review, Finding finding, ReviewStep step, string who) =>
        record.Next(review, finding.Report.Round, step, who) with { Finding = finding.Number };
}
