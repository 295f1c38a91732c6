using System.Net;
using Participatie.Surveys.Language;

namespace Participatie.Tests.Pages;

/// <summary>What pages hold ready for the scripts that help on a bad connection; the browser journeys show that they do.</summary>
public sealed class ConnectionTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_question_says_whose_words_a_device_keeps_without_saying_who_that_is()
    {
        await site.PublishAsync(new GivenConsultation().WithSlug("typen").WithYesNo("een").WithOpen("twee").Build());
        var marks = new List<string>();
        for (var person = 0; person < 2; person++)
        {
            var resident = site.NewResident();
            await resident.OpenAsync("/raadpleging/typen/vraag/een");
            Assert.Equal("typen ", Mark(resident));
            await resident.Choose("Ja").PressAsync("Verder");
            marks.Add(Mark(resident));
            var secret = resident.Cookies.GetCookies(new Uri("http://localhost"))["concept-typen"]!.Value;
            Assert.DoesNotContain(secret[..6], Mark(resident), StringComparison.Ordinal);
        }

        Assert.All(marks, mark => Assert.Matches("^typen [0-9a-f]{6}$", mark));
        Assert.NotEqual(marks[0], marks[1]);
    }

    [Fact]
    public async Task Nothing_of_it_is_seen_without_a_script()
    {
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/wonen/vraag/verhuizen");
        Assert.All(resident.Page.QuerySelectorAll("[data-bewaar], [data-onverzonden]"), part => Assert.True(part.HasAttribute("hidden")));
        Assert.Equal(2, resident.Page.QuerySelectorAll("[data-bewaar], [data-onverzonden]").Length);
        await resident.OpenAsync("/raadpleging/wonen");
        Assert.Empty(resident.Page.QuerySelectorAll("[data-geen-internet]"));
    }

    [Fact]
    public async Task A_computer_of_many_keeps_nothing_and_sending_wipes()
    {
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/wonen/vraag/verhuizen");
        Assert.Empty(resident.Page.QuerySelectorAll("[data-gedeeld]"));
        await resident.ToCheckPageAsync("wonen");
        await resident.SendAsync();
        Assert.Equal("wonen", resident.Page.QuerySelector("[data-wist]")?.GetAttribute("data-wist"));

        var next = site.NewResident();
        await next.OpenAsync("/raadpleging/themas/gedeeld");
        var (address, fields) = next.Form(InterfaceWords.For("nl")["start.begin"]);
        await next.PostAsync(address, fields);
        Assert.Single(next.Page.QuerySelectorAll("[data-gedeeld]"));
    }

    [Theory]
    [InlineData("nl", "U heeft nu geen internet")]
    [InlineData("nl-simple", "U heeft nu geen internet")]
    public async Task The_page_for_no_network_is_of_the_consultation_and_holds_no_token(string language, string heading)
    {
        var resident = site.NewResident();
        await resident.OpenAsync($"/raadpleging/wonen/geen-internet?taal={language}");
        Assert.Equal(heading, resident.Heading);
        Assert.Equal(language, resident.Page.DocumentElement.GetAttribute("lang"));
        Assert.Empty(resident.Page.QuerySelectorAll("input"));
        Assert.DoesNotContain("formulier", resident.CookieNames);
        await resident.OpenAsync("/raadpleging/bestaat-niet/geen-internet");
        Assert.Equal(HttpStatusCode.NotFound, resident.Status);
    }

    [Fact]
    public async Task The_service_worker_is_asked_for_anew_each_time_and_stands_at_the_root()
    {
        using var client = site.CreateClient();
        var worker = await client.GetAsync("/sw.js", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, worker.StatusCode);
        Assert.Contains("javascript", worker.Content.Headers.ContentType!.MediaType, StringComparison.Ordinal);
        Assert.Contains("no-cache", worker.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains(
            "worker-src 'self'", string.Join(' ', worker.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_fetched_once_for_no_network_is_light()
    {
        using var client = site.CreateClient();
        var bytes = 0;
        foreach (var address in new[] { "/sw.js", "/raadpleging/wonen/geen-internet" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.AcceptEncoding.ParseAdd("br");
            var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            bytes += (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        }

        Assert.InRange(bytes, 500, 2500);
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("nl-simple")]
    [InlineData("en")]
    [InlineData("ar")]
    [InlineData("uk")]
    public async Task The_privacy_page_names_what_the_device_keeps(string language)
    {
        var resident = site.NewResident();
        await resident.OpenAsync($"/privacy?taal={language}");
        Assert.Contains("sw.js", resident.Words, StringComparison.Ordinal);
        Assert.Contains(InterfaceWords.For(language)["privacy.typed.heading"], resident.Words, StringComparison.Ordinal);
    }

    private static string Mark(Resident resident) => resident.Page.QuerySelector("[data-bewaar]")!.GetAttribute("data-bewaar")!;
}
