using System.Net;
using AngleSharp.Html.Parser;

namespace Participatie.Tests.Pages;

/// <summary>What a result page weighs when every group of people is large enough to be shown.</summary>
public sealed class ResultWeightTests(Site site) : IClassFixture<Site>
{
    private const int Most = 4096;

    private static readonly bool Full = Environment.GetEnvironmentVariable("PARTICIPATIE_TEST_FULL") is not null;

    /// <summary>The first is weighed on every page, because its letters take two bytes each; the others take turns.</summary>
    private static readonly string[] Languages = ["uk", "nl", "nl-simple", "en", "ar"];

    [Theory]
    [InlineData("themas", false)]
    [InlineData("themas", true)]
    [InlineData("wonen", true)]
    [InlineData("meepraten", true)]
    public async Task No_page_of_the_results_is_heavy(string slug, bool closed)
    {
        await site.PublishResultsAsync(slug, 5000, closed);
        using var client = site.CreateClient();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([$"/raadpleging/{slug}/resultaat"]);
        while (open.TryDequeue(out var address))
        {
            if (!seen.Add(address))
            {
                continue;
            }

            foreach (var language in Full ? Languages : [Languages[0], Languages[1 + (seen.Count % (Languages.Length - 1))]])
            {
                var weight = await WeighAsync(client, address, language);
                Assert.True(weight > 1000 && weight <= Most, $"{address} weighs {weight} bytes in {language}");
            }

            using var page = await new HtmlParser().ParseDocumentAsync(
                await client.GetStringAsync(address), TestContext.Current.CancellationToken);
            foreach (var link
                in page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!)
                    .Where(link => link.Contains("/resultaat", StringComparison.Ordinal)))
            {
                open.Enqueue(link);
            }
        }

        // Each population, and after closing who they are.
        var expected = (slug == "meepraten" ? 1 : 2) + (closed ? 1 : 0);
        Assert.Equal(expected, seen.Count(address => !address.Contains("/vraag/", StringComparison.Ordinal)));
        Assert.Equal(closed, seen.Any(address => address.Contains("/vraag/", StringComparison.Ordinal)));
    }

    private static async Task<int> WeighAsync(HttpClient client, string address, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");
        request.Headers.TryAddWithoutValidation("Cookie", "taal=" + language);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
        return (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
    }
}
