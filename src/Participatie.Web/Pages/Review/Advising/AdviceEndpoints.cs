using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Advising;

namespace Participatie.Web.Pages.Review.Advising;

/// <summary>What the council advised and what the province answers, for everybody: what is late stands first.</summary>
internal static class AdviceEndpoints
{
    private const int RowsOnPage = 10;

    /// <param name="pages">The group of who may see it: everybody.</param>
    public static void MapAdvice(this IEndpointRouteBuilder pages) => pages.MapGet(Addresses.Advice, Get);

    private static async Task<IResult> Get(HttpContext context, ReadAdvice advice, Catalogue catalogue, TimeProvider clock)
    {
        var today = Amsterdam.DayOf(clock.GetUtcNow());
        var all = (await advice.AllAsync(context.RequestAborted)).OrderByDescending(one => one.IsLate(today)).ToList();
        return PageResult.Of<AdvicePage>(new AdviceView(
            PageOf.Take(all, context.Request.Query[PageOf.Name], RowsOnPage)
                .Select(rows => rows.Select(one => new AdviceRow(one, one.IsLate(today), catalogue.Latest(one.Entry.Slug)?.Definition.Title)))));
    }
}

/// <param name="Rows">Of this page.</param>
public sealed record AdviceView(PageOf<AdviceRow> Rows)
{
    public static string PageAt(int page) => FormattableString.Invariant($"{Addresses.Advice}?{PageOf.Name}={page}");
}

/// <param name="Advice">With its answers.</param>
/// <param name="IsLate">Everybody sees that.</param>
/// <param name="Title">Of the consultation; null when it is about the product, or about what nobody knows yet.</param>
public sealed record AdviceRow(CouncilAdvice Advice, bool IsLate, Text? Title)
{
    /// <summary>The consultation did not open yet: what it is about is nobody's business before that.</summary>
    public bool IsClosed => !Advice.IsOnProduct && Title is null;
}
