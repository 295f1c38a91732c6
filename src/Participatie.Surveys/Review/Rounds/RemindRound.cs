using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Rounds;

/// <summary>Reminds of a round halfway its term, once.</summary>
public sealed class RemindRound(TimeProvider clock)
{
    private readonly ReviewRecord _record = new(clock);

    /// <returns>Who did not look yet and can be reached by mail; nobody when it was done, or is not wanted any more.</returns>
    public async ValueTask<IReadOnlyList<ReviewMember>> RemindAsync(WriteScope scope, int consultationId, int round)
    {
        var review = await ReviewRecord.ReadAsync(scope, consultationId);
        if (review.Round(round) is not { } asked || !asked.WantsReminder(_record.Today))
        {
            return [];
        }

        var today = _record.Today.DayNumber;
        await ReviewRecord.AppendAsync(scope, _record.Next(review, round, ReviewStep.Reminded));
        var members = await scope.Context.ReviewMembers.AsNoTracking()
            .Where(one => one.ConsultationId == consultationId && one.Round == round && one.Mail != "" && one.TokenHash != null
                && one.ForgetOn > today)
            .OrderBy(one => one.Member).ToListAsync();
        return [.. members.Select(ReviewMember.Of).Where(one => !asked.Lookers.Contains(one.Number))];
    }
}
