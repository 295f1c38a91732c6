using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Findings;

/// <summary>A member writes down what hinders, or staff do for a member who calls: the term runs from then on at the latest.</summary>
public sealed class ReportFinding(TimeProvider clock)
{
    private readonly ReviewRecord _record = new(clock);

    /// <summary>By the member's link.</summary>
    /// <returns>The number of the finding.</returns>
    /// <exception cref="ReviewException">The link has ended, or the words say nothing.</exception>
    public async ValueTask<int> ByLinkAsync(WriteScope scope, string token, NewFinding finding)
    {
        var (member, review) = await FindMember.DemandAsync(scope, token);
        var number = await AppendAsync(scope, review, member.Round, member.Number, who: "", finding);
        await KeepHalfWritten.ForgetAsync(scope, member, finding.Page);
        return number;
    }

    /// <summary>By staff, for a member who said it.</summary>
    /// <param name="scope">The transaction.</param>
    /// <param name="consultationId">Whose round.</param>
    /// <param name="round">Its number.</param>
    /// <param name="member">Who said it; null when that is nobody who was invited.</param>
    /// <param name="finding">In the member's words.</param>
    /// <param name="who">Who wrote it down.</param>
    /// <exception cref="ReviewException">There is no such round or member, or the words say nothing.</exception>
    public async ValueTask<int> ForMemberAsync(
        WriteScope scope, int consultationId, int round, int? member, NewFinding finding, string who)
    {
        var review = await ReviewRecord.ReadAsync(scope, consultationId);
        if (review.Round(round) is null
            || (member is not null && !await scope.Context.ReviewMembers.AnyAsync(one =>
                one.ConsultationId == consultationId && one.Round == round && one.Member == member)))
        {
            throw new ReviewException(ReviewRefusal.Unknown);
        }

        var called = await ReviewRecord.AppendAsync(scope, _record.Next(review, round, ReviewStep.Called, who, member));
        return await AppendAsync(
            scope, ConsultationReview.Of(consultationId, [.. review.Events, called]), round, member, who, finding);
    }

    private async ValueTask<int> AppendAsync(
        WriteScope scope, ConsultationReview review, int round, int? member, string who, NewFinding finding)
    {
        if (finding.Page.Length > KeepLook.LongestPage)
        {
            throw new ReviewException(ReviewRefusal.NoPage);
        }

        var number = review.LastNumber + 1;
        await ReviewRecord.AppendAsync(scope, _record.Next(review, round, ReviewStep.Reported, who, member) with
        {
            Finding = number,
            Subject = finding.Subject,
            Severity = finding.Severity,
            Revision = review.Round(round)!.Revision,
            Page = finding.Page,
            Language = finding.Language,
            Settings = finding.Settings,
            Text = ReviewRecord.DemandText(finding.Text),
        });
        return number;
    }
}
