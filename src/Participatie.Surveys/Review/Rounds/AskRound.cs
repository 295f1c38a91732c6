using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Rounds;

/// <summary>
/// Asks the council to look at one version: what lies there for review, which is frozen until somebody takes it back, or a correction of
/// what is open.
/// </summary>
public sealed class AskRound(TimeProvider clock)
{
    private readonly ReviewRecord _record = new(clock);

    /// <returns>The number of the round.</returns>
    /// <exception cref="ReviewException">It does not lie there, it was asked already, or fewer days than usual come without consent.</exception>
    public async ValueTask<int> AskAsync(WriteScope scope, RoundRequest request)
    {
        var review = await ReviewRecord.ReadAsync(scope, request.ConsultationId);
        var life = await LifeRecord.ReadAsync(scope, request.ConsultationId);
        var newest = await scope.Context.WorkingCopies.AsNoTracking().Where(copy => copy.ConsultationId == request.ConsultationId)
            .OrderByDescending(copy => copy.Revision).FirstOrDefaultAsync();
        if (!IsThereFor(life, newest?.Revision))
        {
            throw new ReviewException(ReviewRefusal.NotInReview);
        }

        if (newest!.Revision != request.Revision)
        {
            throw new ReviewException(ReviewRefusal.ChangedMeanwhile);
        }

        if (review.Rounds.Any(round => round.Revision == request.Revision))
        {
            throw new ReviewException(ReviewRefusal.AlreadyAsked);
        }

        var usual = await SignedOffForms.HoldAllOfAsync(scope.Context, newest.Document, CancellationToken.None)
            ? ReviewRound.ShortDays
            : ReviewRound.UsualDays;
        if (request.Days is < 1 or > ReviewRound.UsualDays || (request.Days < usual && PerceivedText.ShowsNothing(request.Consent)))
        {
            throw new ReviewException(ReviewRefusal.NoConsent);
        }

        var number = review.Rounds.Count + 1;
        await ReviewRecord.AppendAsync(scope, _record.Next(review, number, ReviewStep.RoundAsked, request.Who) with
        {
            Revision = request.Revision,
            Days = request.Days,
            Text = ReviewRecord.DemandText(request.LookAt),
            Consent = request.Days < usual ? ReviewRecord.DemandText(request.Consent) : "",
        });
        return number;
    }

    /// <summary>
    /// It lies there for review, or it is open and was signed off, and a correction waits that may change more than words.
    /// </summary>
    public static bool IsThereFor(ConsultationLife life, int? newest) =>
        life.State == LifeState.InReview
        || (life is { State: LifeState.Open, HasCouncilSignOff: true } && newest > life.PublishedRevision);
}
