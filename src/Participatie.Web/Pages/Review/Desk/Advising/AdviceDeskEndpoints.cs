using Participatie.Web.Access;

namespace Participatie.Web.Pages.Review.Desk.Advising;

/// <summary>Staff write down what the council advises, and answer it.</summary>
internal static class AdviceDeskEndpoints
{
    public static void AddAdviceDesk(this IServiceCollection services) => services.AddScoped<AdviceDesk>();

    /// <param name="desk">The group of staff.</param>
    public static void MapAdviceDesk(this IEndpointRouteBuilder desk)
    {
        var pages = desk.MapGroup("").RequireAuthorization(Staff.Administrator);
        pages.MapGet(AccessibilityDeskEndpoints.Within(Addresses.DeskAdvices), async (HttpContext context, AdviceDesk advice) =>
            PageResult.Of<DeskAdvicesPage>(await advice.ListAsync(context)));
        pages.MapPost(
            AccessibilityDeskEndpoints.Within(Addresses.DeskAdvices),
            (HttpContext context, IFormCollection form, AdviceDesk advice) => advice.GiveAsync(context, form));
        pages.MapGet(AccessibilityDeskEndpoints.Within(Addresses.Patterns.DeskAdvice), GetAsync);
        pages.MapPost(AccessibilityDeskEndpoints.Within(Addresses.Patterns.DeskAdvice), PostAsync);
    }

    private static async Task<IResult> GetAsync(int number, HttpContext context, AdviceDesk advice) =>
        await advice.OneAsync(number, context) is { } view ? PageResult.Of<DeskAdvicePage>(view) : Results.NotFound();

    private static async Task<IResult> PostAsync(int number, HttpContext context, IFormCollection form, AdviceDesk advice) =>
        await advice.OneAsync(number, context) is { } view ? await advice.AnswerAsync(view, context, form) : Results.NotFound();
}
