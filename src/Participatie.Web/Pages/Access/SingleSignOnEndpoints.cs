using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Access;

/// <summary>The way to the provider and back. It begins with a link: the policy of pages lets no form lead elsewhere.</summary>
internal static class SingleSignOnEndpoints
{
    public const string Reason = "reden";
    public const string Try = "proberen";
    private const int ComeBackAfterSeconds = 60;

    public static void MapSingleSignOn(this IEndpointRouteBuilder desk)
    {
        desk.MapGet(Within(Addresses.SingleSignOn), Begin).AllowAnonymous().RequireRateLimiting(RateLimits.CodeEntry);
        // The handler of the scheme answers before it, unless there is none.
        desk.MapGet(Within(Addresses.SingleSignOnReturn), () => Results.NotFound()).AllowAnonymous()
            .RequireRateLimiting(RateLimits.CodeEntry);
        desk.MapGet(Within(Addresses.SingleSignOnRefused), Refused).AllowAnonymous();
    }

    private static async Task<IResult> Begin(HttpContext context, SingleSignOn signOn)
    {
        if (signOn.Name is null)
            return Results.NotFound();
        var isSignedIn = context.User.Identity?.IsAuthenticated == true;
        var isTrial = isSignedIn && context.Request.Query.ContainsKey(Try);
        if (isSignedIn && !isTrial)
            return new SeeOther(SignInEndpoints.TargetOf(context));
        if (!await signOn.IsThereAsync(context.RequestAborted))
            return new SeeOther(Addresses.SingleSignOnFailed((int)SingleSignOnRefusal.Away));
        var properties = new AuthenticationProperties
        {
            RedirectUri = !isTrial ? SignInEndpoints.TargetOf(context)
                : Staff.IsAdministrator(context.User) ? Addresses.DeskSettings
                : Addresses.OwnAccount,
        };
        if (isTrial)
            properties.Items[SingleSignOnEvents.Trying] = Staff.IdOf(context.User).ToString();
        return Results.Challenge(properties, [Staff.SingleSignOn]);
    }

    /// <summary>At an address of its own, without anything of the provider's answer in it.</summary>
    private static IResult Refused(HttpContext context, SingleSignOn signOn)
    {
        if (signOn.Name is null || !Enum.TryParse<SingleSignOnRefusal>(context.Request.Query[Reason], out var refusal)
            || !Enum.IsDefined(refusal) || refusal == SingleSignOnRefusal.None)
            return Results.NotFound();
        if (refusal == SingleSignOnRefusal.Away)
            context.Response.Headers.RetryAfter = ComeBackAfterSeconds.ToString(CultureInfo.InvariantCulture);
        return PageResult.Of<SingleSignOnRefusedPage>(
            new SingleSignOnRefusedView(signOn.Name, refusal),
            refusal == SingleSignOnRefusal.Away ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status403Forbidden);
    }

    private static string Within(string address) => address[Addresses.Desk.Length..];
}

public sealed record SingleSignOnRefusedView(string Name, SingleSignOnRefusal Refusal);
