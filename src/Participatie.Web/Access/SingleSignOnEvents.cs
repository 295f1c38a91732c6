using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Participatie.Web.Hosting;

namespace Participatie.Web.Access;

/// <summary>What becomes of the provider's answer: a session of ours, or a plain page that says why not.</summary>
internal sealed partial class SingleSignOnEvents(
    Settings settings, MatchIdentity match, StartSession sessions, AuditLog audit, ILogger<SingleSignOnEvents> log) : OpenIdConnectEvents
{
    /// <summary>In the state: the account of who is signed in already and tries it.</summary>
    public const string Trying = "trying";

    /// <summary>The address that is set, not the one that a request says.</summary>
    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        context.ProtocolMessage.RedirectUri = settings.PublicUrl!.GetLeftPart(UriPartial.Authority) + Addresses.SingleSignOnReturn;
        return Task.CompletedTask;
    }

    /// <summary>The framework takes a token without any signature when it came from the provider directly. We do not.</summary>
    public override Task TokenValidated(TokenValidatedContext context)
    {
        var token = new JsonWebToken(context.TokenEndpointResponse!.IdToken);
        if (token.EncodedSignature.Length == 0 || !SingleSignOnSetup.Algorithms.Contains(token.Alg, StringComparer.Ordinal))
            context.Fail(new SecurityTokenInvalidSignatureException("The token is not signed by the provider."));
        return Task.CompletedTask;
    }

    /// <summary>After everything of the answer was checked.</summary>
    public override async Task TicketReceived(TicketReceivedContext context)
    {
        var (http, person) = (context.HttpContext, context.Principal!);
        context.HandleResponse();
        if (context.Properties?.Items.TryGetValue(Trying, out var trying) == true)
        {
            await TryAsync(context, trying);
            return;
        }

        var (account, refusal) = await match.MatchAsync(person, http.Connection.RemoteIpAddress, http.RequestAborted);
        if (account is null)
        {
            await RefuseAsync(http, refusal);
            return;
        }

        await sessions.StartAsync(http, account, StartSession.WithSingleSignOn);
        await new SeeOther(context.ReturnUri ?? Addresses.Desk).ExecuteAsync(http);
    }

    public override Task AccessDenied(AccessDeniedContext context)
    {
        context.HandleResponse();
        return RefuseAsync(context.HttpContext, SingleSignOnRefusal.Denied);
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        context.HandleResponse();
        return RefuseAsync(context.HttpContext, Of(context.Failure));
    }

    internal async Task RefuseAsync(HttpContext http, SingleSignOnRefusal refusal)
    {
        LogRefusal(refusal);
        // Nobody is known yet, or nobody whom we let in: what a token says of a person is not written down.
        await audit.WriteAsync(
            new AuditNote("", AuditNote.NetworkOf(http.Connection.RemoteIpAddress), MatchIdentity.Action, "single sign-on")
            {
                Result = AuditNote.Refused,
                After = InWords(refusal),
            },
            CancellationToken.None);
        await new SeeOther(Addresses.SingleSignOnFailed((int)refusal)).ExecuteAsync(http);
    }

    private async Task TryAsync(TicketReceivedContext context, string? trying)
    {
        var http = context.HttpContext;
        var session = await http.AuthenticateAsync(Staff.Session);
        if (session.Principal is not { } own || !Guid.TryParse(trying, out var id) || Staff.IdOf(own) != id
            || await match.ConnectAsync(context.Principal!, id, http.Connection.RemoteIpAddress, http.RequestAborted) is not { } outcome)
        {
            await RefuseAsync(http, SingleSignOnRefusal.Stale);
            return;
        }

        await audit.WriteAsync(
            new AuditNote(
                Staff.SaidOf(own), AuditNote.NetworkOf(http.Connection.RemoteIpAddress), "single sign-on proberen", Staff.SaidOf(own)),
            http.RequestAborted);
        var back = string.Create(CultureInfo.InvariantCulture, $"{context.ReturnUri}?{Addresses.SingleSignOnTried}={(int)outcome}");
        await new SeeOther(back).ExecuteAsync(http);
    }

    private static SingleSignOnRefusal Of(Exception? failure)
    {
        if (failure?.Data["error"] is "access_denied")
            return SingleSignOnRefusal.Denied;
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpRequestException or TaskCanceledException or IOException)
                return SingleSignOnRefusal.Away;
        }

        return failure is AuthenticationFailureException && failure is not { Data.Count: > 0 } and not { InnerException: not null }
            ? SingleSignOnRefusal.Stale
            : SingleSignOnRefusal.Invalid;
    }

    private static string InWords(SingleSignOnRefusal refusal) => refusal switch
    {
        SingleSignOnRefusal.Away => "geen antwoord",
        SingleSignOnRefusal.Denied => "daar gestopt",
        SingleSignOnRefusal.Stale => "te oud of al gebruikt",
        SingleSignOnRefusal.NoRole => "geen rol",
        SingleSignOnRefusal.NoAccount => "geen account",
        SingleSignOnRefusal.Blocked => "geblokkeerd of weggehaald",
        SingleSignOnRefusal.MailTaken => "account met een wachtwoord",
        _ => "antwoord klopt niet",
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Single sign-on let nobody in: {Refusal}")]
    private partial void LogRefusal(SingleSignOnRefusal refusal);
}
