using Participatie.Web.Access;

namespace Participatie.Web.Pages.Review.Desk.Reports;

/// <summary>The list of what visitors report, and each with its answer.</summary>
internal static class ReportsDeskEndpoints
{
    public static void AddReportsDesk(this IServiceCollection services) => services.AddScoped<ReportsDesk>();

    /// <param name="desk">The group of staff.</param>
    public static void MapReportsDesk(this IEndpointRouteBuilder desk)
    {
        var pages = desk.MapGroup("").RequireAuthorization(Staff.Administrator);
        pages.MapGet(AccessibilityDeskEndpoints.Within(Addresses.DeskReports), async (HttpContext context, ReportsDesk reports) =>
            PageResult.Of<ReportsPage>(await reports.ListAsync(context)));
        pages.MapGet(AccessibilityDeskEndpoints.Within(Addresses.Patterns.DeskReport), GetAsync);
        pages.MapPost(AccessibilityDeskEndpoints.Within(Addresses.Patterns.DeskReport), PostAsync);
    }

    private static async Task<IResult> GetAsync(int number, HttpContext context, ReportsDesk reports) =>
        await reports.OneAsync(number, context) is { } view ? PageResult.Of<DeskReportPage>(view) : Results.NotFound();

    private static async Task<IResult> PostAsync(int number, HttpContext context, IFormCollection form, ReportsDesk reports) =>
        await reports.OneAsync(number, context) is { } view ? await reports.PostAsync(view, form, context) : Results.NotFound();
}
