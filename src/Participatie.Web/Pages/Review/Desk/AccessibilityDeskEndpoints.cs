using Participatie.Surveys.Review.Studies;
using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Review.Desk;

/// <summary>The accessibility of the whole site, for administrators.</summary>
internal static class AccessibilityDeskEndpoints
{
    private const int RowsOnPage = 20;

    public static void AddAccessibilityDesk(this IServiceCollection services)
    {
        services.AddScoped<StudyDesk>();
        services.AddScoped<StatementDesk>();
        services.AddScoped<ProductPoints>();
        services.AddSingleton<SuggestSample>();
    }

    public static void MapAccessibilityDesk(this IEndpointRouteBuilder desk)
    {
        var pages = desk.MapGroup("").RequireAuthorization(Staff.Administrator);
        pages.MapGet(Within(Addresses.AccessibilityDesk), Get);
        pages.MapGet(Within(Addresses.Criteria), () => PageResult.Empty<CriteriaPage>(StatusCodes.Status200OK));
        pages.MapGet(Within(Addresses.ProductPoints), async (HttpContext context, ProductPoints points) =>
            PageResult.Of<ProductPointsPage>(await points.ListAsync(context)));
        pages.MapStudies();
        pages.MapStatement();
    }

    internal static string Within(string address) => address[Addresses.Desk.Length..];

    private static async Task<IResult> Get(HttpContext context, ReadStudies studies)
    {
        var search = PageOf.SearchIn(context);
        var all = await studies.AllAsync(context.RequestAborted);
        return PageResult.Of<AccessibilityDeskPage>(new AccessibilityDeskView
        {
            Studies = PageOf.Take(
                [.. all.Where(one => one.Study.Title.Contains(search, StringComparison.CurrentCultureIgnoreCase))],
                context.Request.Query[PageOf.Name],
                RowsOnPage),
            Search = search,
            Count = all.Count,
        });
    }
}

public sealed record AccessibilityDeskView
{
    /// <summary>The newest first.</summary>
    public required PageOf<StudyRevision> Studies { get; init; }

    public required string Search { get; init; }

    /// <summary>Of all, whatever was searched.</summary>
    public required int Count { get; init; }

    public string PageAt(int page) => PageOf.AddressOf(Addresses.AccessibilityDesk, Search, page);
}
