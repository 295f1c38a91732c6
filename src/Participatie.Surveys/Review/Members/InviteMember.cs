using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Members;

/// <summary>Invites somebody to a round: a number and a link, whose secret stands in no other place.</summary>
public sealed class InviteMember(TimeProvider clock)
{
    /// <summary>A year later names and addresses are of no use to the round.</summary>
    public const int DaysUntilForgotten = 365;

    /// <returns>The member, and what opens the link.</returns>
    /// <exception cref="ReviewException">There is no such round.</exception>
    public async ValueTask<(ReviewMember Member, string Token)> InviteAsync(
        WriteScope scope, int consultationId, int round, Invitee invitee, string who)
    {
        if ((await ReviewRecord.ReadAsync(scope, consultationId)).Round(round) is null)
        {
            throw new ReviewException(ReviewRefusal.Unknown);
        }

        var now = clock.GetUtcNow();
        var last = await scope.Context.ReviewMembers.Where(one => one.ConsultationId == consultationId && one.Round == round)
            .MaxAsync(one => (int?)one.Member) ?? 0;
        var token = PreviewToken.New();
        var entry = new ReviewMemberEntry
        {
            ConsultationId = consultationId,
            Round = round,
            Member = last + 1,
            Name = ReviewRecord.Fitting(invitee.Name),
            Mail = ReviewRecord.Fitting(invitee.Mail),
            Account = invitee.Account,
            TokenHash = PreviewToken.HashOf(token),
            InvitedAt = now.ToUnixTimeMilliseconds(),
            InvitedBy = who,
            ForgetOn = Amsterdam.DayOf(now).DayNumber + DaysUntilForgotten,
        };
        scope.Context.ReviewMembers.Add(entry);
        await scope.Context.SaveChangesAsync();
        return (ReviewMember.Of(entry), token);
    }
}
