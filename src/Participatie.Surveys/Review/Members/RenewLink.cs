using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Members;

/// <summary>Gives a member another link, or none: the one before opens nothing from then on.</summary>
public sealed class RenewLink(TimeProvider clock)
{
    /// <returns>What opens the new link; null when it was only ended.</returns>
    /// <exception cref="ReviewException">There is no such member, or the day has come on which it is forgotten.</exception>
    public async ValueTask<string?> RenewAsync(WriteScope scope, int consultationId, int round, int member, bool isEnded)
    {
        await ReviewRecord.ReadAsync(scope, consultationId);
        var token = isEnded ? null : PreviewToken.New();
        var entry = await scope.Context.ReviewMembers.SingleOrDefaultAsync(one =>
                one.ConsultationId == consultationId && one.Round == round && one.Member == member)
            ?? throw new ReviewException(ReviewRefusal.Unknown);
        if (token is not null && Amsterdam.DayOf(clock.GetUtcNow()).DayNumber >= entry.ForgetOn)
        {
            throw new ReviewException(ReviewRefusal.LinkEnded);
        }

        await scope.Context.ReviewLinks.Where(one => one.ConsultationId == consultationId && one.Round == round && one.Member == member)
            .ExecuteDeleteAsync();
        entry.TokenHash = token is null ? null : PreviewToken.HashOf(token);
        await scope.Context.SaveChangesAsync();
        return token;
    }
}
