using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Participatie.Tests.Pages;
using Participatie.Web.Pages.Answering.Paper;

namespace Participatie.Tests.Hosting;

/// <summary>What is printed, and who is let in, when the operator said where the site is.</summary>
public sealed class PublicUrlTests : IAsyncLifetime
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly Site _site = new();
    private WebApplicationFactory<Program> _settled = null!;
    private HttpClient _client = null!;

    public ValueTask InitializeAsync()
    {
        _settled = _site.WithWebHostBuilder(builder => builder
            .UseSetting("Participatie:PublicUrl", "https://meedoen.example:8443/")
            .UseSetting("Participatie:HstsDays", "7"));
        _client = _settled.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://meedoen.example") });
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _settled.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Paper_and_security_text_say_the_public_address()
    {
        var paper = await _client.GetStringAsync(new Uri("/raadpleging/wonen/papier", UriKind.Relative), Stop);
        Assert.Contains("meedoen.example:8443/raadpleging/wonen", paper, StringComparison.Ordinal);
        using var page = await new HtmlParser().ParseDocumentAsync(paper, Stop);
        Assert.Equal(
            QrCode.Of("https://meedoen.example:8443/raadpleging/wonen?taal=nl").Path, page.QuerySelector(".qr path")!.GetAttribute("d"));
        Assert.Contains(
            "Canonical: https://meedoen.example:8443/.well-known/security.txt",
            await _client.GetStringAsync(new Uri("/.well-known/security.txt", UriKind.Relative), Stop),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("meedoen.example", "/privacy", HttpStatusCode.OK)]
    [InlineData("MEEDOEN.example.", "/privacy", HttpStatusCode.OK)]
    [InlineData("meedoen.example:443", "/privacy", HttpStatusCode.OK)]
    [InlineData("evil.example", "/privacy", HttpStatusCode.BadRequest)]
    [InlineData("meedoen.example.evil.example", "/privacy", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.1:8080", "/privacy", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.1:8080", "/health/live", HttpStatusCode.OK)]
    [InlineData("10.0.0.7", "/health/ready", HttpStatusCode.OK)]
    public async Task Only_the_sites_own_name_is_answered(string host, string address, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = host;
        using var response = await _client.SendAsync(request, Stop);
        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task The_days_of_strict_transport_can_be_fewer()
    {
        using var response = await _client.GetAsync(new Uri("/privacy", UriKind.Relative), Stop);
        Assert.Equal("max-age=604800", response.Headers.GetValues("Strict-Transport-Security").Single());
    }
}
