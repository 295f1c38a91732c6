using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Members;

/// <summary>Gives a member one more link to a round, beside those that work.</summary>
public sealed class AddLink(TimeProvider clock)
{
    /// <summary>Longer than a round lasts with its answers; another one is asked for in a minute.</summary>
    public const int DaysUntilEnded = 60;

    /// <summary>Who asks again and again keeps the newest.</summary>
    public const int Most = 5;

    /// <returns>What opens the link; its secret stands in no other place.</returns>
    /// <exception cref="ReviewException">Staff ended the links of this member, or the day has come on which it is forgotten.</exception>
    public async ValueTask<string> AddAsync(WriteScope scope, ReviewMember member)
    {
        await ReviewRecord.ReadAsync(scope, member.ConsultationId);
        var today = Amsterdam.DayOf(clock.GetUtcNow()).DayNumber;
        if (!await scope.Context.ReviewMembers.AnyAsync(one =>
            one.ConsultationId == member.ConsultationId && one.Round == member.Round && one.Member == member.Number
            && one.TokenHash != null && one.ForgetOn > today))
        {
            throw new ReviewException(ReviewRefusal.LinkEnded);
        }

        var own = scope.Context.ReviewLinks.Where(one =>
            one.ConsultationId == member.ConsultationId && one.Round == member.Round && one.Member == member.Number);
        var old = await own.OrderByDescending(one => one.MadeAt).Skip(Most - 1).Select(one => one.TokenHash).ToListAsync();
        await own.Where(one => old.Contains(one.TokenHash)).ExecuteDeleteAsync();
        var token = PreviewToken.New();
        scope.Context.ReviewLinks.Add(new ReviewLinkEntry
        {
            TokenHash = PreviewToken.HashOf(token),
            ConsultationId = member.ConsultationId,
            Round = member.Round,
            Member = member.Number,
            MadeAt = clock.GetUtcNow().ToUnixTimeMilliseconds(),
            EndsOn = today + DaysUntilEnded,
        });
        await scope.Context.SaveChangesAsync();
        return token;
    }
}
