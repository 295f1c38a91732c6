using System.Net;
using static Participatie.Tests.Hosting.Asking;

namespace Participatie.Tests.Hosting;

public sealed class SecurityHeadersTests(HostingFixture fixture) : IClassFixture<HostingFixture>
{
    [Theory]
    [InlineData("/long", HttpStatusCode.OK)]
    [InlineData("/bestaat-niet", HttpStatusCode.NotFound)]
    [InlineData("/broken", HttpStatusCode.InternalServerError)]
    public async Task Every_response_has_them(string address, HttpStatusCode status)
    {
        var response = await fixture.Client.SendAsync(Get(address));
        Assert.Equal(status, response.StatusCode);
        var policy = Header(response, "Content-Security-Policy");
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(response, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(response, "Cross-Origin-Opener-Policy"));
        Assert.Contains("camera=()", Header(response, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Matches("private|no-store", Header(response, "Cache-Control"));
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("blazor-enhanced-nav"));
    }

    [Fact]
    public async Task Strict_transport_is_said_over_https_only()
    {
        var secure = await fixture.Client.SendAsync(Get("/long").OverHttps().With("Host", "meedoen.example"));
        Assert.Contains("max-age=31536000", Header(secure, "Strict-Transport-Security"), StringComparison.Ordinal);
        var plain = await fixture.Client.SendAsync(Get("/long").With("Host", "meedoen.example"));
        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData(true, "__Host-formulier=", "; secure")]
    [InlineData(false, "formulier=", "; path=/")]
    public async Task The_token_cookie_is_bound_to_the_host_over_https(bool https, string start, string part)
    {
        var response = await fixture.Client.SendAsync(https ? Get("/form").OverHttps() : Get("/form"));
        var cookie = Header(response, "Set-Cookie");
        Assert.StartsWith(start, cookie, StringComparison.Ordinal);
        Assert.Contains(part, cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict; httponly", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("domain", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_works_over_https_too()
    {
        var (token, cookie) = await fixture.Client.OpenFormAsync(https: true);
        var post = Post("/save", ("words", "veilig"), (HostingFixture.FieldName, token)).OverHttps().With("Cookie", cookie);
        Assert.Equal(HttpStatusCode.SeeOther, (await fixture.Client.SendAsync(post)).StatusCode);
    }

    private static string Header(HttpResponseMessage response, string name) =>
        string.Join(',', response.Headers.TryGetValues(name, out var values) ? values : []);
}
