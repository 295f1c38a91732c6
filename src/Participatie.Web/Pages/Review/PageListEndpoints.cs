using Participatie.Surveys.Definition.Previews;
using Participatie.Surveys.Review.Checks;

namespace Participatie.Web.Pages.Review;

/// <summary>Tells a program that looks at all pages behind a link which those are, and which version they show.</summary>
internal static class PageListEndpoints
{
    public static void MapPageList(this IEndpointRouteBuilder preview) => preview.MapGet(Addresses.Patterns.PreviewPages, Get);

    public static IResult Get(HttpContext context) => context.Features.Get<Preview>() is { } preview
        ? Results.Json(PageList.Of(preview.Version.Definition, preview.Slug))
        : Results.NotFound();
}
