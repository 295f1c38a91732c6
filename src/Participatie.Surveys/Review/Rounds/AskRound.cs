using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Rounds;

/// <summary>Asks the council to look at what lies there for review: one version, which is frozen until somebody takes it back.</summary>
public sealed class AskRound(TimeProvider clock)
{
    private readonly ReviewRecord _record = new(clock);

    /// <returns>The number of the round.</returns>
    /// <exception cref="ReviewException">It does not lie there, it was asked already, or fewer days than usual come without consent.</exception>
    public async ValueTask<int> AskAsync(WriteScope scope, RoundRequest request)
    {
        var review = await ReviewRecord.ReadAsync(scope, request.ConsultationId);
        if ((await LifeRecord.ReadAsync(scope, request.ConsultationId)).State != LifeState.InReview)
        {
            throw new ReviewException(ReviewRefusal.NotInReview);
        }

        var newest = await scope.Context.WorkingCopies.Where(copy => copy.ConsultationId == request.ConsultationId)
            .MaxAsync(copy => (int?)copy.Revision);
        if (newest != request.Revision)
        {
            throw new ReviewException(ReviewRefusal.ChangedMeanwhile);
        }

        if (review.Rounds.Any(round => round.Revision == request.Revision))
        {
            throw new ReviewException(ReviewRefusal.AlreadyAsked);
        }

        if (request.Days is < 1 or > ReviewRound.UsualDays
            || (request.Days < ReviewRound.UsualDays && PerceivedText.ShowsNothing(request.Consent)))
        {
            throw new ReviewException(ReviewRefusal.NoConsent);
        }

        var number = review.Rounds.Count + 1;
        await ReviewRecord.AppendAsync(scope, _record.Next(review, number, ReviewStep.RoundAsked, request.Who) with
        {
            Revision = request.Revision,
            Days = request.Days,
            Text = ReviewRecord.DemandText(request.LookAt),
            Consent = request.Days < ReviewRound.UsualDays ? ReviewRecord.DemandText(request.Consent) : "",
        });
        return number;
    }
}
