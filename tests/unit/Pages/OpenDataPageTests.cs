using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Parser;

namespace Participatie.Tests.Pages;

public sealed class OpenDataPageTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_result_page_leads_to_files_that_anybody_may_keep()
    {
        await site.PublishResultsAsync("themas", 3000, closed: false);
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/themas/resultaat");
        await resident.FollowAsync("Download deze cijfers");
        Assert.Contains("CC0 1.0", resident.Words, StringComparison.Ordinal);
        Assert.Contains("Versies van de vragen: 1.", resident.Words, StringComparison.Ordinal);
        Assert.Empty(resident.Page.QuerySelectorAll("form, input"));

        using var client = site.CreateClient();
        var links = resident.Page.QuerySelectorAll("main li a[href^='/']").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(4, links.Count);
        foreach (var link in links)
        {
            using var file = await client.GetAsync(link, Stop);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.Equal((true, TimeSpan.FromMinutes(5)), (file.Headers.CacheControl!.Public, file.Headers.CacheControl.MaxAge!.Value));
            Assert.Empty(file.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []);
            Assert.Equal("themas-" + link.Split('/')[^1], file.Content.Headers.ContentDisposition!.FileName);

            using var again = new HttpRequestMessage(HttpMethod.Get, link);
            again.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(file.Headers.ETag!.ToString()));
            Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again, Stop)).StatusCode);
        }
    }

    [Fact]
    public async Task Before_there_is_a_result_there_are_no_files()
    {
        using var client = site.CreateClient();
        using var page = await new HtmlParser().ParseDocumentAsync(
            await client.GetStringAsync("/raadpleging/meepraten/gegevens", Stop), Stop);
        Assert.Contains("De uitslag komt na", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(
            page.QuerySelectorAll("main a"), link => link.GetAttribute("href")!.Contains("/gegevens/", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/raadpleging/meepraten/gegevens/uitslag.csv", Stop)).StatusCode);
    }

    [Theory]
    [InlineData("/raadpleging/bestaat-niet/gegevens")]
    [InlineData("/raadpleging/bestaat-niet/gegevens/uitslag.csv")]
    [InlineData("/raadpleging/wonen/gegevens/antwoorden.csv")]
    [InlineData("/raadpleging/wonen/gegevens/..%2Fuitslag.csv")]
    public async Task There_is_no_other_file(string address)
    {
        await site.PublishResultsAsync("wonen", 3000, closed: true);
        using var client = site.CreateClient();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address, Stop)).StatusCode);
    }
}
