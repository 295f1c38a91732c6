using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Reports;

/// <summary>On their set days: takes out how visitors can be reached, and the words of what was no report.</summary>
public sealed class ForgetReporters(GroupedWriter writer, TimeProvider clock)
{
    public Task RunAsync(CancellationToken cancellationToken)
    {
        var today = Amsterdam.DayOf(clock.GetUtcNow()).DayNumber;
        return writer.WriteAsync(
            async scope =>
            {
                var past = scope.Context.VisitorReports.Where(one => one.ForgetOn <= today);
                await past.Where(one => one.Phone != "" || one.Mail != "").ExecuteUpdateAsync(
                    set => set.SetProperty(one => one.Phone, "").SetProperty(one => one.Mail, ""), cancellationToken);
                var noReports = past.Where(one => one.State == (short)ReportState.SetAside);
                await noReports.Where(one => one.Text != "").ExecuteUpdateAsync(
                    set => set.SetProperty(one => one.Text, ""), cancellationToken);
                await scope.Context.ReportEvents
                    .Where(one => one.Who == "" && one.Text != "" && noReports.Any(report => report.Number == one.Report))
                    .ExecuteUpdateAsync(set => set.SetProperty(one => one.Text, ""), cancellationToken);
            },
            cancellationToken);
    }
}
