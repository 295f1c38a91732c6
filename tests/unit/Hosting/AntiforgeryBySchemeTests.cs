using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Web.Hosting;

namespace Participatie.Tests.Hosting;

public sealed class AntiforgeryBySchemeTests
{
    private readonly IAntiforgery _antiforgery = Made();

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_residents_form_stays_valid_when_somebody_signs_in_or_out_meanwhile(bool signedInBefore, bool signedInAfter)
    {
        var (token, cookie) = Open(Asking(signedInBefore));
        Assert.True(await SendAsync(Asking(signedInAfter), token, cookie));
    }

    [Fact]
    public async Task A_form_behind_a_sign_in_belongs_to_who_opened_it()
    {
        var (token, cookie) = Open(Behind(Asking(isSignedIn: true)));
        Assert.True(await SendAsync(Behind(Asking(isSignedIn: true)), token, cookie));
        Assert.False(await SendAsync(Behind(Asking(isSignedIn: false)), token, cookie));
    }

    [Fact]
    public void Whoever_asks_for_a_token_stays_who_that_was()
    {
        var context = Asking(isSignedIn: true);
        Open(context);
        Assert.Equal("iemand", context.User.Identity!.Name);
    }

    private static IAntiforgery Made()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddHttpContextAccessor().AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        AntiforgeryByScheme.AddTo(services);
        return services.BuildServiceProvider().GetRequiredService<IAntiforgery>();
    }

    private (string Token, string Cookie) Open(HttpContext context)
    {
        var token = _antiforgery.GetAndStoreTokens(context).RequestToken!;
        return (token, context.Response.Headers.SetCookie.ToString().Split(';')[0]);
    }

    private Task<bool> SendAsync(HttpContext context, string token, string cookie)
    {
        context.Request.Method = "POST";
        context.Request.Headers.Cookie = cookie;
        context.Request.ContentType = "application/x-www-form-urlencoded";
        context.Request.Form = new FormCollection(new() { [AntiforgeryByScheme.FieldName] = token });
        return _antiforgery.IsRequestValidAsync(context);
    }

    private static DefaultHttpContext Asking(bool isSignedIn) =>
        new()
        {
            User = new ClaimsPrincipal(
                isSignedIn ? new ClaimsIdentity([new Claim(ClaimTypes.Name, "iemand")], "test") : new ClaimsIdentity()),
        };

    private static HttpContext Behind(HttpContext context)
    {
        context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(new AuthorizeAttribute()), null));
        return context;
    }
}
