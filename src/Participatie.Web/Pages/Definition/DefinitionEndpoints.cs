using Microsoft.Net.Http.Headers;
using Participatie.Surveys.Definition;

namespace Participatie.Web.Pages.Definition;

public static class DefinitionEndpoints
{
    public static void MapDefinition(this IEndpointRouteBuilder pages) => pages.MapGet(Addresses.Schema, Schema);

    private static IResult Schema(HttpContext context)
    {
        // The same for everybody until the next release.
        context.Response.Headers[HeaderNames.CacheControl] = "public, max-age=3600";
        return Results.Bytes(DefinitionSchema.Utf8, "application/schema+json");
    }
}
