using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Reports;

/// <summary>Staff find that something is no report, or that it is one after all. Nothing of it goes.</summary>
public sealed class SetReportAside(TimeProvider clock)
{
    /// <param name="scope">The transaction.</param>
    /// <param name="request">Of whom, about which.</param>
    /// <param name="isReport">It is one after all.</param>
    /// <exception cref="ReviewException">Somebody wrote meanwhile, or it stands so already.</exception>
    public async ValueTask SetAsync(WriteScope scope, ReportRequest request, bool isReport)
    {
        var entry = await ReportRecord.DemandAsync(scope, request);
        if (isReport != (entry.State == (short)ReportState.SetAside))
        {
            throw new ReviewException(ReviewRefusal.NotNow);
        }

        scope.Context.ReportEvents.Add(ReportRecord.Next(
            request, isReport ? ReportStep.TakenUp : ReportStep.SetAside, clock.GetUtcNow()));
        entry.State = (short)(isReport ? ReportState.Open : ReportState.SetAside);
        await scope.Context.SaveChangesAsync();
    }
}
