using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Reports;

namespace Participatie.Web.Pages.Review.Desk.Reports;

/// <summary>Says to staff how a visitor's report stands.</summary>
internal static class ReportInWords
{
    public static string Of(VisitorReport report, DateOnly today, InterfaceWords words) => report.State switch
    {
        ReportState.Open or ReportState.Promised when report.IsLate(today) =>
            words.Format($"staff.reports.late.{report.State}", words.Day(report.DueOn)),
        ReportState.Open or ReportState.Promised => words.Format($"staff.reports.state.{report.State}", words.Day(report.DueOn)),
        _ => words[$"staff.reports.state.{report.State}"],
    };
}
