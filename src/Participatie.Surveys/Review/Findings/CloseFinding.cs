using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Findings;

/// <summary>
/// The chair of the council closes a finding that its reporter did not look at again within the term, with a reason. Never staff: it may
/// be what keeps them from opening.
/// </summary>
public sealed class CloseFinding(TimeProvider clock)
{
    private readonly ReviewRecord _record = new(clock);

    /// <param name="scope">The transaction.</param>
    /// <param name="token">Of the member's link.</param>
    /// <param name="finding">Its number.</param>
    /// <param name="seen"><see cref="Finding.LastNumber"/> as it was when the form was made.</param>
    /// <param name="reason">That its reporter reads.</param>
    /// <param name="isChair">Whether an account is that of the chair at this moment.</param>
    /// <exception cref="ReviewException">The link has ended, this is not the chair, somebody was first, it is still its reporter's turn,
    /// or the reason says nothing.</exception>
    public async ValueTask CloseAsync(
        WriteScope scope, string token, int finding, int seen, string reason, Func<WriteScope, string, ValueTask<bool>> isChair)
    {
        var (member, review) = await FindMember.DemandAsync(scope, token);
        if (member.Account is null || !await isChair(scope, member.Account))
        {
            throw new ReviewException(ReviewRefusal.NotChair);
        }

        var found = FindingRecord.Demand(review, finding, seen);
        if (found.State != FindingState.LookAgain || found.JoinedWith is not null)
        {
            throw new ReviewException(ReviewRefusal.NotNow);
        }

        if (_record.Today <= found.LookAgainBy)
        {
            throw new ReviewException(ReviewRefusal.NotYours);
        }

        await ReviewRecord.AppendAsync(scope, FindingRecord.Next(_record, review, found, ReviewStep.ClosedByChair, who: "") with
        {
            Member = member.Number,
            Round = member.Round,
            Text = ReviewRecord.DemandText(reason),
        });
        await KeepHalfWritten.ForgetAsync(scope, member, HalfWrittenPlace.OfFinding(found.Number));
    }
}
