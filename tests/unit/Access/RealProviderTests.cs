using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using Participatie.Tests.Pages;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Participatie.Tests.Access;

/// <summary>Against a provider that others wrote and many use: it checks what we send it, as we check what it sends us.</summary>
public sealed class RealProviderTests : IAsyncLifetime
{
    private const string Return = "http://localhost/beheer/inloggen/organisatie/terug";

    private WebApplication _provider = null!;
    private string _role = "beheer";

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddAuthentication();
        builder.Services.AddAuthorization();
        builder.Services.AddOpenIddict().AddServer(Configure);
        _provider = builder.Build();
        _provider.UseAuthentication();
        await _provider.StartAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Fact]
    public async Task Staff_sign_in_with_the_account_and_the_role_that_they_have_there()
    {
        await using var site = NewSite(SmallProvider.Secret);
        var browser = await site.SignInAsync();
        Assert.Equal((HttpStatusCode.OK, "/beheer"), (browser.Status, browser.Address));
        await browser.OpenAsync("/beheer/account");
        Assert.Contains("Carla Jansen", browser.Words, StringComparison.Ordinal);
        Assert.Contains("U bent beheerder.", browser.Words, StringComparison.Ordinal);
        // And once more, known by then.
        Assert.Equal("/beheer", (await site.SignInAsync()).Address);
        Assert.Single(await site.AccountsAsync());
    }

    [Fact]
    public async Task Without_the_role_nobody_gets_in()
    {
        _role = "tuinman";
        await using var site = NewSite(SmallProvider.Secret);
        var browser = await site.SignInAsync();
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        Assert.Contains("U hebt bij Provincie Drenthe nog geen toegang tot deze site.", browser.Words, StringComparison.Ordinal);
        Assert.Empty(await site.AccountsAsync());
    }

    [Fact]
    public async Task A_wrong_secret_in_the_settings_ends_on_a_plain_page()
    {
        await using var site = NewSite("een ander geheim");
        var browser = await site.SignInAsync();
        Assert.Equal((HttpStatusCode.Forbidden, "Inloggen is niet gelukt"), (browser.Status, browser.Heading));
        Assert.DoesNotContain("een ander geheim", site.Log.Text, StringComparison.Ordinal);
        Assert.Empty(await site.AccountsAsync());
    }

    private SiteWithSignOn NewSite(string secret) => new(
        _provider.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal),
        ("SingleSignOn:ClientSecret", secret),
        ("SingleSignOn:RoleClaim", "role"),
        ("SingleSignOn:Administrators", "beheer"));

    private void Configure(OpenIddictServerBuilder server)
    {
        server.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token");
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        server.RegisterScopes("openid", "profile", "email");
        server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
        // Without a database of clients: what it would look up there is checked here.
        server.EnableDegradedMode();
        server.UseAspNetCore().DisableTransportSecurityRequirement();
        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.ClientId != SmallProvider.ClientId || context.RedirectUri != Return)
                context.Reject(OpenIddictConstants.Errors.InvalidClient);
            return default;
        }));
        server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.ClientId != SmallProvider.ClientId || context.ClientSecret != SmallProvider.Secret)
                context.Reject(OpenIddictConstants.Errors.InvalidClient);
            return default;
        }));
        server.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            var identity = new ClaimsIdentity("provider", OpenIddictConstants.Claims.Name, OpenIddictConstants.Claims.Role);
            identity.SetClaim(OpenIddictConstants.Claims.Subject, "carla")
                .SetClaim(OpenIddictConstants.Claims.Name, "Carla Jansen")
                .SetClaim(OpenIddictConstants.Claims.Email, "carla@voorbeeld.nl")
                .SetClaim(OpenIddictConstants.Claims.Role, _role);
            identity.SetDestinations(_ => [OpenIddictConstants.Destinations.IdentityToken]);
            var principal = new ClaimsPrincipal(identity);
            principal.SetScopes(context.Request.GetScopes());
            context.Principal = principal;
            return default;
        }));
    }
}
