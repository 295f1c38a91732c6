using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Participatie.Web.Hosting;

namespace Participatie.Web.Access;

internal static class SingleSignOnSetup
{
    /// <summary>Of two computers; a token that ended longer ago is refused.</summary>
    private static readonly TimeSpan ClocksMayDiffer = TimeSpan.FromMinutes(2);

    /// <summary>From the link to the answer: somebody may look for a phone in between.</summary>
    private static readonly TimeSpan SigningInLasts = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(15);

    /// <summary>Signed with a key that only the provider has. Not by our shared secret, and never by nobody.</summary>
    internal static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    public static void AddSingleSignOn(this AuthenticationBuilder builder, SingleSignOnSettings? settings)
    {
        builder.Services.AddSingleton<SingleSignOn>();
        if (settings is null)
            return;
        builder.Services.AddScoped<MatchIdentity>();
        builder.Services.AddScoped<SingleSignOnEvents>();
        builder.Services.AddLogging(logging => logging.AddFilter(typeof(SingleSignOnHandler).FullName, LogLevel.None));
        builder.Services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>());
        builder.AddRemoteScheme<OpenIdConnectOptions, SingleSignOnHandler>(
            Staff.SingleSignOn, settings.Name, options => Configure(options, settings));
    }

    private static void Configure(OpenIdConnectOptions options, SingleSignOnSettings settings)
    {
        options.Authority = settings.Authority.AbsoluteUri;
        options.RequireHttpsMetadata = settings.Authority.Scheme == Uri.UriSchemeHttps;
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        options.SignInScheme = Staff.Session;
        options.EventsType = typeof(SingleSignOnEvents);
        options.ResponseType = OpenIdConnectResponseType.Code;
        // Comes back by a link, with which a cookie of this site comes along; a form from elsewhere would bring none.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.Scope.Clear();
        foreach (var scope in (string[])["openid", "profile", "email"])
            options.Scope.Add(scope);
        options.SaveTokens = false;
        options.GetClaimsFromUserInfoEndpoint = false;
        options.MapInboundClaims = false;
        // All of them: issuer and nonce are looked at once more.
        options.ClaimActions.Clear();
        options.DisableTelemetry = true;
        options.CallbackPath = Addresses.SingleSignOnReturn;
        // Our session ends by itself; nobody else's page ends it.
        options.RemoteSignOutPath = PathString.Empty;
        options.SignedOutCallbackPath = Addresses.SingleSignOnReturn + "/uit";
        options.RemoteAuthenticationTimeout = SigningInLasts;
        options.ProtocolValidator.NonceLifetime = SigningInLasts;
        options.ProtocolValidator.RequireNonce = true;
        options.BackchannelTimeout = LongestAnswer;
        options.TokenValidationParameters.ClockSkew = ClocksMayDiffer;
        options.TokenValidationParameters.ValidAlgorithms = Algorithms;
        options.TokenValidationParameters.ValidateIssuer = true;
        options.TokenValidationParameters.ValidateAudience = true;
        options.TokenValidationParameters.RequireSignedTokens = true;
        options.TokenValidationParameters.RequireExpirationTime = true;
        Set(options.CorrelationCookie, "beheer-heen.");
        Set(options.NonceCookie, "beheer-eenmaal.");
    }

    private static void Set(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.Path = Addresses.SingleSignOnReturn;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.IsEssential = true;
    }
}
