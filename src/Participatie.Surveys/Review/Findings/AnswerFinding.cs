using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Findings;

/// <summary>Staff answer a finding, in two varieties of Dutch: who reported it is asked to look again.</summary>
public sealed class AnswerFinding(TimeProvider clock)
{
    private readonly ReviewRecord _record = new(clock);

    /// <exception cref="ReviewException">Somebody wrote meanwhile, it is closed or joined, or the answer lacks something.</exception>
    public async ValueTask AnswerAsync(WriteScope scope, FindingRequest request, FindingAnswer answer)
    {
        var (review, finding) = await FindingRecord.DemandAsync(scope, request);
        if (finding.State == FindingState.Closed || finding.JoinedWith is not null)
        {
            throw new ReviewException(ReviewRefusal.NotNow);
        }

        await DemandPlaceAsync(scope, finding, answer);
        await ReviewRecord.AppendAsync(scope, FindingRecord.Next(_record, review, finding, ReviewStep.Answered, request.Who) with
        {
            Answer = answer.Kind,
            Revision = answer.Kind == AnswerKind.Solved ? answer.Revision : null,
            Day = answer.Kind == AnswerKind.Later ? answer.Day!.Value.DayNumber : null,
            Text = ReviewRecord.DemandText(answer.Text),
            EasyText = ReviewRecord.DemandText(answer.EasyText),
        });
    }

    private async ValueTask DemandPlaceAsync(WriteScope scope, Finding finding, FindingAnswer answer)
    {
        if (answer.Kind == AnswerKind.Later && (answer.Day is not { } day || day < _record.Today))
        {
            throw new ReviewException(ReviewRefusal.NoDay);
        }

        // The product changes with a release; questions change with a version.
        var needsVersion = answer.Kind == AnswerKind.Solved
            && (finding.Subject == FindingSubject.Questions || answer.Revision is not null);
        if (needsVersion
            && (answer.Revision is null || answer.Revision <= finding.Report.Revision
                || !await scope.Context.WorkingCopies.AnyAsync(copy =>
                    copy.ConsultationId == finding.Report.ConsultationId && copy.Revision == answer.Revision)))
        {
            throw new ReviewException(ReviewRefusal.NoVersion);
        }
    }
}
