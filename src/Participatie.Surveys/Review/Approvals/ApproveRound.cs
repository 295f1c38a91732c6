using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Approvals;

/// <summary>A member of the council approves what the round shows: with that, and in the same transaction, it may open.</summary>
public sealed class ApproveRound(ApproveConsultation approve, TimeProvider clock)
{
    private readonly ReviewRecord _record = new(clock);

    /// <param name="scope">The transaction.</param>
    /// <param name="token">Of the member's link.</param>
    /// <param name="hasRole">Whether an account has the council's role at this moment.</param>
    /// <exception cref="ReviewException">The link has ended, this is no member of the council, or something comes first.</exception>
    /// <exception cref="LifeException">The consultation is not where it can be approved.</exception>
    public async ValueTask ApproveAsync(WriteScope scope, string token, Func<WriteScope, string, ValueTask<bool>> hasRole)
    {
        var (member, review) = await FindMember.DemandAsync(scope, token);
        if (member.Account is null || !await hasRole(scope, member.Account))
        {
            throw new ReviewException(ReviewRefusal.NotCouncil);
        }

        if (review.BlockingOf(member.Round).Any())
        {
            throw new ReviewException(ReviewRefusal.FindingsOpen);
        }

        await ReviewRecord.AppendAsync(scope, _record.Next(review, member.Round, ReviewStep.Approved, member: member.Number));
        var life = await LifeRecord.ReadAsync(scope, member.ConsultationId);
        if (life.State != LifeState.Open)
        {
            await approve.ApproveAsync(scope, new StepRequest { ConsultationId = member.ConsultationId, Who = "" });
        }
        // A correction of what is open: staff publish it, and it is asked then once more.
        else if ((await WorkingCopies.DemandAsync(scope, life)).Revision != review.Round(member.Round)!.Revision)
        {
            throw new LifeException(LifeRefusal.ChangedMeanwhile);
        }
    }
}
