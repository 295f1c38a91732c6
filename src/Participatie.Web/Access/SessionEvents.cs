using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Participatie.Surveys.Storage;
using Participatie.Web.Hosting;

namespace Participatie.Web.Access;

/// <summary>A session is looked at anew with each request, and ends by itself.</summary>
internal sealed class SessionEvents(Database database, TimeProvider clock) : CookieAuthenticationEvents
{
    private const string Begun = "begun";

    /// <summary>Each page counts as being there; within a minute the cookie is not written again.</summary>
    private static readonly TimeSpan WrittenAgain = TimeSpan.FromMinutes(1);

    public override Task SigningIn(CookieSigningInContext context)
    {
        context.Properties.Items[Begun] = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var account = IsOver(context.Properties)
            ? null
            : await AccountState.OfAsync(
                database, clock, context.Principal, StartSession.HashOf(context.Properties), context.HttpContext.RequestAborted);
        if (account is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
            return;
        }

        context.ReplacePrincipal(Staff.Principal(account, context.Scheme.Name));
    }

    public override Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew = context.ElapsedTime > WrittenAgain;
        return Task.CompletedTask;
    }

    /// <summary>A page that was asked for is shown after the sign-in; a form cannot be sent a second time by itself.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        new SeeOther(
            HttpMethods.IsGet(context.Request.Method)
                ? Addresses.SignInFor(context.Request.Path)
                : Addresses.SignIn).ExecuteAsync(context.HttpContext);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private bool IsOver(AuthenticationProperties properties) =>
        !properties.Items.TryGetValue(Begun, out var begun)
        || !long.TryParse(begun, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        || clock.GetUtcNow() >= DateTimeOffset.FromUnixTimeSeconds(seconds) + Staff.LongestSession;
}
