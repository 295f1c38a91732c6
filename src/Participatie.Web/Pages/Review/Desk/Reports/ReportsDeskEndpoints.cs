using Participatie.Web.Access;

namespace Participatie.Web.Pages.Review.Desk.Reports;

/// <summary>
/// The list of what visitors report, and each with its answer: all of them for administrators, and for the author of a consultation those
/// about its pages.
/// </summary>
internal static class ReportsDeskEndpoints
{
    public static void AddReportsDesk(this IServiceCollection services) => services.AddScoped<ReportsDesk>();

    /// <param name="desk">The group of staff.</param>
    public static void MapReportsDesk(this IEndpointRouteBuilder desk)
    {
        var all = desk.MapGroup("").RequireAuthorization(Staff.Administrator);
        all.MapGet(AccessibilityDeskEndpoints.Within(Addresses.DeskReports), ListAsync);
        all.MapGet(AccessibilityDeskEndpoints.Within(Addresses.Patterns.DeskReport), GetAsync);
        all.MapPost(AccessibilityDeskEndpoints.Within(Addresses.Patterns.DeskReport), PostAsync);
        var own = desk.MapGroup("").RequireAuthorization(Staff.Author);
        own.MapGet(AccessibilityDeskEndpoints.Within(Addresses.Patterns.ConsultationReports), ListAsync);
        own.MapGet(AccessibilityDeskEndpoints.Within(Addresses.Patterns.ConsultationReport), GetAsync);
        own.MapPost(AccessibilityDeskEndpoints.Within(Addresses.Patterns.ConsultationReport), PostAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext context, ReportsDesk reports) =>
        await reports.ListAsync(SlugOf(context), context) is { } view ? PageResult.Of<ReportsPage>(view) : Results.NotFound();

    private static async Task<IResult> GetAsync(int number, HttpContext context, ReportsDesk reports) =>
        await reports.OneAsync(number, SlugOf(context), context) is { } view
            ? await reports.ShowAsync(view, context)
            : Results.NotFound();

    private static async Task<IResult> PostAsync(int number, HttpContext context, IFormCollection form, ReportsDesk reports) =>
        await reports.OneAsync(number, SlugOf(context), context) is { } view
            ? await reports.PostAsync(view, form, context)
            : Results.NotFound();

    /// <summary>The consultation in the address, whose author asks; null where an administrator asks for all.</summary>
    private static string? SlugOf(HttpContext context) => context.Request.RouteValues["slug"] as string;
}
