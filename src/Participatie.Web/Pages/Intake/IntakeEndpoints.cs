using Participatie.Web.Hosting;
using At = Participatie.Web.Addresses.Patterns;

namespace Participatie.Web.Pages.Intake;

public static class IntakeEndpoints
{
    /// <param name="site">The group of who may see it.</param>
    /// <param name="consultation">With which its addresses begin: residents' or a preview's.</param>
    public static void MapThanks(this IEndpointRouteBuilder site, string consultation)
    {
        var pages = site.MapGroup(consultation).WithMetadata(new NeverKept());
        pages.MapGet(At.Behind(At.Thanks), ThanksEndpoints.Get).WithMetadata(new NeverCompressed());
        pages.MapGet(At.Behind(At.Forget), ThanksEndpoints.GetForget);
        pages.MapPost(At.Behind(At.Forget), ThanksEndpoints.PostForget);
    }

    public static void MapIntake(this IEndpointRouteBuilder site)
    {
        var pages = site.MapGroup("").WithMetadata(new NeverKept());
        site.MapThanks(Addresses.Patterns.Consultation);
        pages.MapGet(Addresses.Resume, ResumeEndpoints.Get);
        pages.MapPost(Addresses.Resume, ResumeEndpoints.Post).RequireRateLimiting(RateLimits.CodeEntry);
        pages.MapGet(Addresses.MyAnswer, ReceiptEndpoints.Get);
        pages.MapPost(Addresses.MyAnswer, ReceiptEndpoints.Post).RequireRateLimiting(RateLimits.CodeEntry);
    }
}
