using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Intake;

public static class IntakeEndpoints
{
    public static void MapIntake(this IEndpointRouteBuilder site)
    {
        var pages = site.MapGroup("").WithMetadata(new NeverKept());
        pages.MapGet(Addresses.Patterns.Thanks, ThanksEndpoints.Get).WithMetadata(new NeverCompressed());
        pages.MapGet(Addresses.Patterns.Forget, ThanksEndpoints.GetForget);
        pages.MapPost(Addresses.Patterns.Forget, ThanksEndpoints.PostForget);
        pages.MapGet(Addresses.Resume, ResumeEndpoints.Get);
        pages.MapPost(Addresses.Resume, ResumeEndpoints.Post).RequireRateLimiting(RateLimits.CodeEntry);
        pages.MapGet(Addresses.MyAnswer, ReceiptEndpoints.Get);
        pages.MapPost(Addresses.MyAnswer, ReceiptEndpoints.Post).RequireRateLimiting(RateLimits.CodeEntry);
    }
}
