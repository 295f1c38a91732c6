using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Reports;

/// <summary>Staff want to do something with a visitor's report.</summary>
/// <param name="Report">Its number.</param>
/// <param name="Seen"><see cref="VisitorReport.LastNumber"/> as it was when the form was made.</param>
/// <param name="Who">As the audit log says people.</param>
public sealed record ReportRequest(int Report, int Seen, string Who);

/// <summary>What verbs about one visitor's report have in common.</summary>
internal static class ReportRecord
{
    /// <summary>The report as the form of somebody knew it, tracked.</summary>
    /// <exception cref="ReviewException">There is none, or somebody did something with it meanwhile.</exception>
    public static async ValueTask<VisitorReportEntry> DemandAsync(WriteScope scope, ReportRequest request)
    {
        await SiteLock.TakeAsync(scope);
        var entry = await scope.Context.VisitorReports.SingleOrDefaultAsync(one => one.Number == request.Report)
            ?? throw new ReviewException(ReviewRefusal.Unknown);
        var last = await scope.Context.ReportEvents.Where(one => one.Report == request.Report).MaxAsync(one => (int?)one.Number) ?? 0;
        return last == request.Seen ? entry : throw new ReviewException(ReviewRefusal.ChangedMeanwhile);
    }

    /// <summary>The next event about it, at this moment.</summary>
    public static ReportEvent Next(ReportRequest request, ReportStep step, DateTimeOffset now) => new()
    {
        Report = request.Report,
        Number = request.Seen + 1,
        Step = step,
        At = now.ToUnixTimeMilliseconds(),
        Who = request.Who,
    };
}
