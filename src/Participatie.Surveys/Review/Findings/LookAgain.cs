using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Findings;

/// <summary>
/// A member looks again at what staff answered, and closes the finding or says that it still hinders. Who reported it has the first turn,
/// for some days.
/// </summary>
public sealed class LookAgain(TimeProvider clock)
{
    private readonly ReviewRecord _record = new(clock);

    /// <param name="scope">The transaction.</param>
    /// <param name="token">Of the member's link.</param>
    /// <param name="finding">Its number.</param>
    /// <param name="seen"><see cref="Finding.LastNumber"/> as it was when the form was made.</param>
    /// <param name="isSolved">Or: the answer is enough.</param>
    /// <param name="text">What the member adds; has to say something when it still hinders.</param>
    /// <exception cref="ReviewException">The link has ended, somebody was first, or it is somebody else's turn.</exception>
    public async ValueTask LookAsync(WriteScope scope, string token, int finding, int seen, bool isSolved, string text)
    {
        var (member, review) = await FindMember.DemandAsync(scope, token);
        var found = FindingRecord.Demand(review, finding, seen);
        if (isSolved || !review.MaySayStillThere(found, member))
        {
            if (found.State != FindingState.LookAgain || found.JoinedWith is not null)
            {
                throw new ReviewException(ReviewRefusal.NotNow);
            }

            if (!review.MayLookAgain(found, member, _record.Today))
            {
                throw new ReviewException(ReviewRefusal.NotYours);
            }
        }

        var step = isSolved ? ReviewStep.Confirmed : ReviewStep.StillThere;
        await ReviewRecord.AppendAsync(scope, FindingRecord.Next(_record, review, found, step, who: "") with
        {
            Member = member.Number,
            // By a member of a later round the number says nothing without it.
            Round = member.Round,
            Text = isSolved ? ReviewRecord.Fitting(text) : ReviewRecord.DemandText(text),
        });
        await KeepHalfWritten.ForgetAsync(scope, member, HalfWrittenPlace.OfFinding(found.Number));
    }
}
