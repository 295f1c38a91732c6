using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Reports;

/// <summary>What the reporter says more, under the code.</summary>
/// <param name="Report">Its number.</param>
/// <param name="Text">As typed; may be empty when it is still there.</param>
/// <param name="IsStillThere">What staff call done is not.</param>
public sealed record ReportReply(int Report, string Text, bool IsStillThere);

/// <summary>The reporter answers back: then somebody waits once more.</summary>
public sealed class ReplyToReport(TimeProvider clock)
{
    /// <summary>To one report: whoever has more to say is called.</summary>
    public const int Most = 20;

    /// <returns>The last day of the term; null when there were too many, to this report or on this day.</returns>
    /// <exception cref="ReviewException">It says nothing, or too much, it was set aside, or nobody said that it is done.</exception>
    public async ValueTask<DateOnly?> ReplyAsync(WriteScope scope, ReportReply reply)
    {
        var step = reply.IsStillThere ? ReportStep.StillThere : ReportStep.SaidMore;
        var text = reply.IsStillThere && PerceivedText.ShowsNothing(reply.Text) ? "" : ReviewRecord.DemandText(reply.Text);
        await SiteLock.TakeAsync(scope);
        var now = clock.GetUtcNow();
        var entry = await scope.Context.VisitorReports.SingleOrDefaultAsync(one => one.Number == reply.Report)
            ?? throw new ReviewException(ReviewRefusal.Unknown);
        var events = await scope.Context.ReportEvents.AsNoTracking().Where(one => one.Report == reply.Report)
            .OrderBy(one => one.Number).ToListAsync();
        // Whoever presses twice, or whose connection breaks, said it once.
        if (events is [.., var last] && last.Step == step && last.Text == text)
        {
            return DateOnly.FromDayNumber(entry.DueOn);
        }

        var state = (ReportState)entry.State;
        if (state == ReportState.SetAside || (reply.IsStillThere && state != ReportState.Answered))
        {
            throw new ReviewException(ReviewRefusal.NotNow);
        }

        var since = now.AddDays(-1).ToUnixTimeMilliseconds();
        if (events.Count(one => one.IsOfReporter) >= Most
            || await scope.Context.ReportEvents.CountAsync(one => one.Who == "" && one.At > since) >= MakeReport.MostADay)
        {
            return null;
        }

        var request = new ReportRequest(reply.Report, events is [.., { Number: var seen }] ? seen : 0, Who: "");
        scope.Context.ReportEvents.Add(ReportRecord.Next(request, step, now) with { Text = text });
        // Who still waits for the first answer does not wait longer for having said more.
        if (state != ReportState.Open)
        {
            entry.State = (short)ReportState.Open;
            entry.DueOn = WorkingDays.After(Amsterdam.DayOf(now), VisitorReport.AnswerDays).DayNumber;
        }

        await scope.Context.SaveChangesAsync();
        return DateOnly.FromDayNumber(entry.DueOn);
    }
}
