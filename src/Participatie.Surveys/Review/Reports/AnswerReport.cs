using Participatie.Surveys.Definition;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Reports;

/// <summary>Staff answer a visitor's report, in two varieties of Dutch, and say what it is about.</summary>
public sealed class AnswerReport(TimeProvider clock)
{
    /// <exception cref="ReviewException">Somebody wrote meanwhile, it was set aside, or the answer lacks something.</exception>
    public async ValueTask AnswerAsync(WriteScope scope, ReportRequest request, FindingAnswer answer, FindingSubject subject)
    {
        var now = clock.GetUtcNow();
        var entry = await ReportRecord.DemandAsync(scope, request);
        if (entry.State == (short)ReportState.SetAside)
        {
            throw new ReviewException(ReviewRefusal.NotNow);
        }

        var isLater = answer.Kind == AnswerKind.Later;
        if (isLater && (answer.Day is not { } day || day < Amsterdam.DayOf(now)))
        {
            throw new ReviewException(ReviewRefusal.NoDay);
        }

        scope.Context.ReportEvents.Add(ReportRecord.Next(request, ReportStep.Answered, now) with
        {
            Answer = answer.Kind,
            Day = isLater ? answer.Day!.Value.DayNumber : null,
            Text = ReviewRecord.DemandText(answer.Text),
            EasyText = ReviewRecord.DemandText(answer.EasyText),
        });
        entry.Subject = (short)subject;
        entry.State = (short)(isLater ? ReportState.Promised : ReportState.Answered);
        entry.DueOn = isLater ? answer.Day!.Value.DayNumber : entry.DueOn;
        await scope.Context.SaveChangesAsync();
    }
}
