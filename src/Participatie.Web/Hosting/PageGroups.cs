namespace Participatie.Web.Hosting;

/// <summary>The groups in which rooms map their pages: what holds for all of a group is said here once.</summary>
public static class PageGroups
{
    /// <summary>For everybody.</summary>
    public static RouteGroupBuilder MapPublic(this IEndpointRouteBuilder app) =>
        app.MapGroup("")
            .AnswersHead()
            .RequireRateLimiting(RateLimits.Pages)
            .WithMetadata(PageAddress.Mark)
            // Not switched off: PostGuard checks every POST. The framework would do it only for handlers that take a form parameter.
            .DisableAntiforgery();
}
