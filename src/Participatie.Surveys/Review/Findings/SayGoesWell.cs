using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Findings;

/// <summary>A member says that a page works well: somebody tried it.</summary>
public sealed class SayGoesWell(TimeProvider clock)
{
    private readonly ReviewRecord _record = new(clock);

    /// <exception cref="ReviewException">The link has ended, or the page is none.</exception>
    public async ValueTask SayAsync(WriteScope scope, string token, LookedAt look)
    {
        var (member, review) = await FindMember.DemandAsync(scope, token);
        if (look.Page.Length > KeepLook.LongestPage)
        {
            throw new ReviewException(ReviewRefusal.NoPage);
        }

        await ReviewRecord.AppendAsync(scope, _record.Next(review, member.Round, ReviewStep.GoesWell, member: member.Number) with
        {
            Page = look.Page,
            Language = look.Language,
            Settings = look.Settings,
        });
    }
}
