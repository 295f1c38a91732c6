using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Tests.Pages;
using Participatie.Web.Hosting;
using static Participatie.Tests.Hosting.Asking;

namespace Participatie.Tests.Hosting;

public sealed class AccessTableTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public void Every_endpoint_is_in_the_table_and_is_as_the_table_says()
    {
        var endpoints = site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            // The framework's own, only when started from the source tree: a static file that was not there at the build.
            .Where(endpoint => endpoint.RoutePattern.RawText != "{**path:file}")
            .SelectMany(Describe).ToHashSet();
        Assert.Equal([], endpoints.Except(AccessTable.Rows));
        Assert.Equal([], AccessTable.Rows.Except(endpoints));
    }

    [Fact]
    public async Task No_post_without_proof_changes_anything()
    {
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });
        foreach (var row in AccessTable.Rows.Where(row => row.Method != "GET"))
        {
            var address = row.Pattern.Replace("{slug:slug}", "themas", StringComparison.Ordinal)
                .Replace("{id:slug}", "zes-themas", StringComparison.Ordinal).Replace("{step:int:range(1,99)}", "1", StringComparison.Ordinal);
            var response = await client.SendAsync(Post(address, ("a", "b")).With("Sec-Fetch-Site", "cross-site"));
            // Where a form is shown again, a question that is not there is a 404, and without a draft the visitor is sent to the start.
            HttpStatusCode[] expected = row.Proof == Proof.TokenOrAskAgain
                ? [HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity, HttpStatusCode.NotFound, HttpStatusCode.SeeOther]
                : [HttpStatusCode.BadRequest];
            Assert.True(expected.Contains(response.StatusCode), $"{address}: {response.StatusCode}");
            var cookies = response.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join('\n', set) : "";
            Assert.DoesNotContain("concept", cookies, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<Access> Describe(RouteEndpoint endpoint)
    {
        var limit = endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName switch
        {
            RateLimits.Pages => Limit.Pages,
            RateLimits.CodeEntry => Limit.CodeEntry,
            _ => Limit.None,
        };
        var who = endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy ?? "everyone";
        // HEAD is GET without a body: an address that answers only one of them is told apart by HeadLikeGetTests.
        foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Where(method => method != "HEAD") ?? ["*"])
            yield return new Access(method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), ProofOf(endpoint, method), limit, who);
    }

    // PostGuard asks a token of everything that is not marked otherwise.
    private static Proof ProofOf(RouteEndpoint endpoint, string method) =>
        method == "GET" ? Proof.None
        : endpoint.Metadata.GetMetadata<SameOriginOnly>() is not null ? Proof.Origin
        : endpoint.Metadata.GetMetadata<StaleForm>() is not null ? Proof.TokenOrAskAgain
        : Proof.Token;
}
