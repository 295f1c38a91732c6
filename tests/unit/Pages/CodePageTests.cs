using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Surveys.Definition;
using Participatie.Tests.Hosting;
using Participatie.Web.Hosting;

namespace Participatie.Tests.Pages;

/// <summary>Where a code is typed it cannot be guessed fast, and where one is shown nobody can measure it.</summary>
public sealed class CodePageTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/verder")]
    [InlineData("/mijn-antwoord")]
    [InlineData("/raadpleging/wonen/code")]
    public async Task Nothing_filled_in_is_said_as_that(string address)
    {
        var resident = site.NewResident();
        await resident.OpenAsync(address);
        await resident.PressAsync(Resident.Clean(resident.Page.QuerySelector("main form button")!));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, resident.Status);
        Assert.Equal("Vul uw code in.", Resident.Clean(resident.Page.QuerySelector("[role=alert] a")!));
        Assert.StartsWith("Fout: Vul uw code in – ", resident.Title, StringComparison.Ordinal);

        // Another fault, another title: it is the first that is heard of the new page.
        var button = Resident.Clean(resident.Page.QuerySelector("main form button")!);
        await resident.Type(Resident.Clean(resident.Page.QuerySelector("h1 label")!), "1234").PressAsync(button);
        Assert.StartsWith("Fout: Deze code kennen wij niet. ", resident.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_form_that_asks_for_a_code_is_sent_where_tries_are_few()
    {
        var found = new List<string>();
        foreach (var row in AccessTable.Rows.Where(row => row.Method == "GET"))
        {
            // A consultation by invitation: only there the page with the code from the letter exists.
            using var client = site.CreateClient();
            using var response = await client.GetAsync(AddressOf(row.Pattern, "wonen"), Stop);
            if (response.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            using var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(Stop), Stop);
            if (page.QuerySelector<IHtmlInputElement>("form input.code") is { } field)
            {
                var target = field.Form!.GetAttribute("action") is { Length: > 0 } action ? action : AddressOf(row.Pattern, "wonen");
                found.Add(target);
                Assert.Equal((target, RateLimits.CodeEntry), (target, PolicyOf(target)));
            }
        }

        Assert.Equal(["/melding/volgen", "/mijn-antwoord", "/raadpleging/wonen/code", "/verder"], found.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_page_that_shows_a_code_is_never_compressed()
    {
        await site.PublishAsync(
            new GivenConsultation().WithSlug("kort").WithYesNo("vraag").ClosingOn(Amsterdam.DayOf(site.Clock.Now).AddDays(30)).Build());
        var resident = site.NewResident();
        await resident.ToCheckPageAsync("kort");
        await resident.PressAsync("Versturen");
        Assert.NotNull(resident.Page.QuerySelector("p.code"));

        using var client = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        using var thanks = await AskAsync(client, "/raadpleging/kort/bedankt", resident);
        using var start = await AskAsync(client, "/raadpleging/kort", resident);

        Assert.Equal((HttpStatusCode.OK, 0), (thanks.StatusCode, thanks.Content.Headers.ContentEncoding.Count));
        Assert.Contains(resident.Receipt(), WebUtility.HtmlDecode(await thanks.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        // The same visitor's other pages are.
        Assert.Equal(["br"], start.Content.Headers.ContentEncoding);
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string address, Resident resident)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept-Encoding", "br");
        request.Headers.Add("Cookie", resident.Cookies.GetCookieHeader(new Uri("http://localhost" + address)));
        return await client.SendAsync(request, Stop);
    }

    private static string AddressOf(string pattern, string slug) => pattern
        .Replace("{slug:slug}", slug, StringComparison.Ordinal)
        .Replace("{id:slug}", "thuis", StringComparison.Ordinal)
        .Replace("{step:int:range(1,99)}", "1", StringComparison.Ordinal)
        .Replace("{file}", "uitslag.csv", StringComparison.Ordinal);

    private string? PolicyOf(string address) => site.The<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true)
        .Where(endpoint => AddressOf("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), "wonen") == address)
        .Select(endpoint => endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName)
        .Single();
}
