using Participatie.Surveys.Language;

namespace Participatie.Web.Hosting;

/// <summary>The groups in which rooms map their pages: what holds for all of a group is said here once.</summary>
public static class PageGroups
{
    /// <summary>For everybody.</summary>
    public static RouteGroupBuilder MapPublic(this IEndpointRouteBuilder app) => app.MapPages("");

    /// <summary>
    /// For whoever has the address, which is a secret: nothing of it is kept or compressed, and <see cref="SecurityHeaders"/> keep it from
    /// other pages and from search engines.
    /// </summary>
    public static RouteGroupBuilder MapPreview(this IEndpointRouteBuilder app) =>
        app.MapPages("").WithMetadata(new NeverKept(), new NeverCompressed());

    /// <summary>
    /// For members of the council, by a personal link, which is a secret as that of a preview is.
    /// </summary>
    public static RouteGroupBuilder MapCouncil(this IEndpointRouteBuilder app) =>
        app.MapPages("").WithMetadata(
            new NeverKept(), new NeverCompressed(), new Desk(Audience.Council), new PageLanguages(_ => Audience.Council.Languages));

    /// <summary>
    /// For who signed in, staff or council. Nothing of it is kept by browser, cache or <c>RenderedPageCache</c>, nothing compressed, and no
    /// other page learns its address.
    /// </summary>
    /// <param name="app">The site.</param>
    /// <param name="prefix">With which each of its addresses begins.</param>
    /// <param name="audience">Who reads it: its pages speak their languages.</param>
    public static RouteGroupBuilder MapDesk(this IEndpointRouteBuilder app, string prefix, Audience audience) =>
        app.MapPages(prefix)
            .WithMetadata(new NeverKept(), new NeverCompressed(), new Desk(audience), new PageLanguages(_ => audience.Languages))
            .RequireAuthorization();

    private static RouteGroupBuilder MapPages(this IEndpointRouteBuilder app, string prefix) =>
        app.MapGroup(prefix)
            .AnswersHead()
            .RequireRateLimiting(RateLimits.Pages)
            .WithMetadata(PageAddress.Mark)
            // Not switched off: PostGuard checks every POST. The framework would do it only for handlers that take a form parameter.
            .DisableAntiforgery();
}

/// <summary>Marks an endpoint that is there for who signed in.</summary>
/// <param name="Audience">Who that is.</param>
public sealed record Desk(Audience Audience)
{
    /// <returns>Null on a page for everybody.</returns>
    public static Desk? Of(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<Desk>();
}
