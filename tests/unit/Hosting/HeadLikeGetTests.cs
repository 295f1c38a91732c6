using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Tests.Pages;
using static Participatie.Tests.Hosting.Asking;

namespace Participatie.Tests.Hosting;

public sealed class HeadLikeGetTests(HostingFixture fixture, Site site) : IClassFixture<HostingFixture>, IClassFixture<Site>
{
    [Fact]
    public void Every_address_that_answers_get_answers_head() => Assert.Equal(
        [],
        from endpoint in site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
        let methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods
        where methods is not null && methods.Contains("GET") != methods.Contains("HEAD")
        select endpoint.RoutePattern.RawText);

    [Theory]
    [InlineData("/long", HttpStatusCode.OK)]
    [InlineData("/code", HttpStatusCode.OK)]
    [InlineData("/form", HttpStatusCode.OK)]
    [InlineData("/bestaat-niet", HttpStatusCode.NotFound)]
    [InlineData("/long?taal=en", HttpStatusCode.SeeOther)]
    public async Task Head_has_the_status_and_headers_of_get_and_no_body(string address, HttpStatusCode status)
    {
        var get = await fixture.Client.SendAsync(Get(address).With("Accept-Encoding", "br"));
        var head = await fixture.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address).With("Accept-Encoding", "br"));

        Assert.Equal((status, status), (get.StatusCode, head.StatusCode));
        Assert.Equal(NamesIn(get), NamesIn(head));
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Content.Headers.ContentEncoding, head.Content.Headers.ContentEncoding);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/raadpleging/themas")]
    [InlineData("/raadpleging/themas/vraag/buurt")]
    [InlineData("/raadpleging/themas/resultaat")]
    public async Task Pages_of_the_site_answer_it(string address)
    {
        using var client = site.CreateClient();
        using var response = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    // How long the body is says only who writes it at once.
    private static IEnumerable<string> NamesIn(HttpResponseMessage response) =>
        response.Headers.Concat(response.Content.Headers).Select(header => header.Key).Except(["Content-Length", "Transfer-Encoding"])
            .Order(StringComparer.Ordinal);
}
