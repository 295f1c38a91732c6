using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Access;

internal static class AccessEndpoints
{
    /// <param name="desk">The group of staff.</param>
    public static void MapAccess(this IEndpointRouteBuilder desk)
    {
        // Addresses within the group.
        desk.MapGet(Within(Addresses.Patterns.Setup), SetupEndpoints.Get).AllowAnonymous();
        desk.MapPost(Within(Addresses.Patterns.Setup), SetupEndpoints.Post).AllowAnonymous().RequireRateLimiting(RateLimits.CodeEntry);
        desk.MapGet(Within(Addresses.SignIn), SignInEndpoints.Get).AllowAnonymous();
        desk.MapPost(Within(Addresses.SignIn), SignInEndpoints.Post).AllowAnonymous().RequireRateLimiting(RateLimits.CodeEntry);
        desk.MapGet(Within(Addresses.SecondStep), (Delegate)SecondStepEndpoints.Get).AllowAnonymous();
        desk.MapPost(Within(Addresses.SecondStep), SecondStepEndpoints.Post).AllowAnonymous().RequireRateLimiting(RateLimits.CodeEntry);
        desk.MapGet(Within(Addresses.SetUpSecondStep), AuthenticatorEndpoints.Get).AllowAnonymous();
        desk.MapPost(Within(Addresses.SetUpSecondStep), AuthenticatorEndpoints.Post).AllowAnonymous()
            .RequireRateLimiting(RateLimits.CodeEntry);
        desk.MapGet(Within(Addresses.OwnAccount), OwnAccountEndpoints.Get);
        desk.MapPost(Within(Addresses.OwnAccount), OwnAccountEndpoints.Post).RequireRateLimiting(RateLimits.CodeEntry);
        MapLinks(desk);
        desk.MapGet(Within(Addresses.SignInWithPasskey), PasskeySignInEndpoints.Get).AllowAnonymous();
        desk.MapPost(Within(Addresses.SignInWithPasskey), PasskeySignInEndpoints.Post).AllowAnonymous()
            .RequireRateLimiting(RateLimits.CodeEntry);
        desk.MapGet(Within(Addresses.OwnPasskeys), OwnPasskeysEndpoints.Get);
        desk.MapPost(Within(Addresses.OwnPasskeys), OwnPasskeysEndpoints.Post).RequireRateLimiting(RateLimits.CodeEntry);
        desk.MapGet(Within(Addresses.OwnPassword), OwnPasswordEndpoints.Get);
        desk.MapPost(Within(Addresses.OwnPassword), OwnPasswordEndpoints.Post).RequireRateLimiting(RateLimits.CodeEntry);
        desk.MapGet(Within(Addresses.OwnApp), OwnAppEndpoints.Get);
        desk.MapPost(Within(Addresses.OwnApp), OwnAppEndpoints.Post).RequireRateLimiting(RateLimits.CodeEntry);
        desk.MapGet(Within(Addresses.Rights), RightsEndpoints.Get).RequireAuthorization(Staff.Administrator);
        desk.MapPost(Within(Addresses.Rights), RightsEndpoints.Post).RequireAuthorization(Staff.Administrator);
        desk.MapSingleSignOn();
        desk.MapGet(Within(Addresses.Accounts), AccountsEndpoints.Get).RequireAuthorization(Staff.Administrator);
        desk.MapGet(Within(Addresses.InviteAccount), InviteEndpoints.Get).RequireAuthorization(Staff.Administrator);
        desk.MapPost(Within(Addresses.InviteAccount), InviteEndpoints.Post).RequireAuthorization(Staff.Administrator);
        desk.MapGet(Within(Addresses.Patterns.Account), AccountEndpoints.Get).RequireAuthorization(Staff.Administrator);
        desk.MapPost(Within(Addresses.Patterns.Account), AccountEndpoints.Post).RequireAuthorization(Staff.Administrator);
        desk.MapGet(Within(Addresses.Patterns.RemoveAccount), RemoveAccountEndpoints.Get).RequireAuthorization(Staff.Administrator);
        desk.MapPost(Within(Addresses.Patterns.RemoveAccount), RemoveAccountEndpoints.Post).RequireAuthorization(Staff.Administrator);
        desk.MapGet(Within(Addresses.DeskSettings), DeskSettingsEndpoints.Get).RequireAuthorization(Staff.Administrator);
        desk.MapPost(Within(Addresses.DeskSettings), DeskSettingsEndpoints.Post).RequireAuthorization(Staff.Administrator)
            .RequireRateLimiting(RateLimits.CodeEntry);
        desk.MapGet(Within(Addresses.AuditLog), AuditLogEndpoints.Get).RequireAuthorization(Staff.Administrator);
        desk.MapGet(Within(Addresses.AuditLogFile), AuditLogEndpoints.GetFile).RequireAuthorization(Staff.Administrator);
    }

    /// <summary>Whoever has the link may use them.</summary>
    private static void MapLinks(IEndpointRouteBuilder desk)
    {
        desk.MapGet(Within(Addresses.Patterns.Invited), AcceptInvitationEndpoints.Get).AllowAnonymous();
        desk.MapPost(Within(Addresses.Patterns.Invited), AcceptInvitationEndpoints.Post).AllowAnonymous()
            .RequireRateLimiting(RateLimits.CodeEntry);
        desk.MapGet(Within(Addresses.ForgotPassword), ForgotPasswordEndpoints.Get).AllowAnonymous();
        desk.MapPost(Within(Addresses.ForgotPassword), ForgotPasswordEndpoints.Post).AllowAnonymous()
            .RequireRateLimiting(RateLimits.CodeEntry);
        desk.MapGet(Within(Addresses.Patterns.NewPassword), NewPasswordEndpoints.Get).AllowAnonymous();
        desk.MapPost(Within(Addresses.Patterns.NewPassword), NewPasswordEndpoints.Post).AllowAnonymous()
            .RequireRateLimiting(RateLimits.CodeEntry);
        desk.MapGet(Within(Addresses.Patterns.NewSecondStep), SecondStepLinkEndpoints.Get).AllowAnonymous();
        desk.MapPost(Within(Addresses.Patterns.NewSecondStep), SecondStepLinkEndpoints.Post).AllowAnonymous()
            .RequireRateLimiting(RateLimits.CodeEntry);
    }

    private static string Within(string address) => address[Addresses.Desk.Length..];
}
