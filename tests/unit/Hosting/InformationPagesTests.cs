using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Participatie.Surveys.Language;
using Participatie.Tests.Pages;
using static Participatie.Tests.Hosting.Asking;

namespace Participatie.Tests.Hosting;

public sealed class InformationPagesTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/themas")]
    [InlineData("/themas/wonen")]
    [InlineData("/hulp")]
    [InlineData("/hulp/vrijwilligers")]
    [InlineData("/privacy")]
    [InlineData("/toegankelijkheid")]
    [InlineData("/melding")]
    [InlineData("/adviezen")]
    [InlineData("/instellingen")]
    public async Task A_page_without_a_token_has_one_heading_and_sets_no_cookie(string address)
    {
        using var client = site.CreateClient();
        foreach (var language in InterfaceWords.Tags)
        {
            var response = await client.SendAsync(Get(address).With("Cookie", "taal=" + language));
            var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.False(response.Headers.Contains("Set-Cookie"));
            // What the themes reached is told in Dutch, and so is the frame around it.
            var told = address.StartsWith("/themas", StringComparison.Ordinal) && !language.StartsWith("nl", StringComparison.Ordinal)
                ? "nl"
                : language;
            Assert.Equal(told, page.DocumentElement.GetAttribute("lang"));
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.True(response.Headers.CacheControl is { Private: true, NoCache: true });
        }
    }

    [Fact]
    public async Task A_newcomer_finds_three_consultations_open_and_six_themes()
    {
        var page = await site.OpenAsync("/");
        Assert.True(page.LinksTo("/raadpleging/themas"));
        Assert.True(page.LinksTo("/raadpleging/meepraten"));
        Assert.True(page.LinksTo("/raadpleging/wonen"));
        Assert.Equal(6, page.QuerySelectorAll("main a[href^='/themas/']").Length);
        Assert.Contains("U kunt antwoorden tot en met", page.MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_statement_has_every_heading_and_claims_no_study()
    {
        var page = await site.OpenAsync("/toegankelijkheid");
        Assert.Equal(
            [
                "Status toegankelijkheid",
                "Verklaring",
                "Nalevingsstatus",
                "Akkoordverklaring",
                "Feedback en contactgegevens",
                "Onderbouwing",
                "Uitleg over de nalevingsstatussen",
            ],
            page.QuerySelectorAll("main h2").Select(heading => heading.TextContent));
        Assert.Contains("Deze website heeft status D.", page.MainText(), StringComparison.Ordinal);
        Assert.Contains("Mensen met een beperking hebben de website nog niet getest.", page.MainText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/toegankelijkheid")]
    [InlineData("/raadpleging/themas")]
    [InlineData("/raadpleging/themas/afspraken")]
    public async Task An_overrule_stands_where_everybody_looks(string address)
    {
        var words = Resident.Clean((await site.OpenAsync(address)).QuerySelector("main")!);
        Assert.Contains("De Adviesraad Toegankelijkheid keurde deze vragen niet vooraf goed.", words, StringComparison.Ordinal);
        Assert.Contains("voorbeeld", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_names_the_page_that_the_visitor_came_from()
    {
        Assert.Contains("/themas/wonen", await ReportFromAsync("http://localhost/themas/wonen?a=b"), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "U was op deze pagina", await ReportFromAsync("https://elders.example/themas/wonen"), StringComparison.Ordinal);
        Assert.DoesNotContain("U was op deze pagina", await ReportFromAsync("onzin"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/hulp", "/hulp#bewaard")]
    [InlineData("/", "/#bewaard")]
    [InlineData("//elders.example", "/instellingen#bewaard")]
    [InlineData("/\\elders.example", "/instellingen#bewaard")]
    [InlineData("https://elders.example", "/instellingen#bewaard")]
    [InlineData("/a\r\nSet-Cookie: b", "/instellingen#bewaard")]
    [InlineData("", "/instellingen#bewaard")]
    public async Task Settings_remember_the_language_and_go_on_to_a_page_of_this_site(string back, string expected)
    {
        var response = await PostSettingsAsync(("taal", "en"), ("terug", back));
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location?.ToString());
        Assert.StartsWith("taal=en;", response.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xx")]
    [InlineData("")]
    public async Task Settings_refuse_a_language_that_we_do_not_have(string language)
    {
        var response = await PostSettingsAsync(("taal", language), ("terug", "/hulp"));
        await response.RefusedAsync(HttpStatusCode.UnprocessableEntity, "Kies een taal uit de lijst");
        var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
        Assert.StartsWith("Fout: ", page.Title, StringComparison.Ordinal);
        Assert.Equal("#taal", page.QuerySelector("[role=alert] a")?.GetAttribute("href"));
        Assert.NotNull(page.GetElementById("taal"));
        Assert.Equal("/hulp", page.QuerySelector("input[name=terug]")?.GetAttribute("value"));
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Security_txt_names_a_contact_and_a_day_that_is_still_to_come()
    {
        using var client = site.CreateClient();
        var lines = (await client.GetStringAsync("/.well-known/security.txt")).Split('\n');
        Assert.Contains("Contact: mailto:post@drenthe.nl", lines);
        var expires = lines.Single(line => line.StartsWith("Expires: ", StringComparison.Ordinal))["Expires: ".Length..];
        Assert.True(DateTimeOffset.Parse(expires, System.Globalization.CultureInfo.InvariantCulture) > TimeProvider.System.GetUtcNow());
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task The_platform_hears_that_the_site_is_well(string address)
    {
        using var client = site.CreateClient();
        Assert.Equal("Healthy", await client.GetStringAsync(address));
    }

    [Theory]
    [InlineData("/hulp", "/raadpleging/themas/vraag/buurt", true)]
    [InlineData("/privacy", "/raadpleging/themas/vraag/buurt", true)]
    [InlineData("/toegankelijkheid", "/raadpleging/themas/vraag/buurt", true)]
    // Two of these pages would lead to each other for ever.
    [InlineData("/hulp", "/privacy", false)]
    public async Task Who_comes_from_a_question_goes_back_to_it(string page, string from, bool leadsBack)
    {
        using var client = site.CreateClient();
        var html = await (await client.SendAsync(Get(page).With("Referer", "http://localhost" + from))).Content.ReadAsStringAsync();
        Assert.Equal(leadsBack, html.Contains($"<a class=\"back\" href=\"{from}\"", StringComparison.Ordinal));
    }

    private async Task<string> ReportFromAsync(string referer)
    {
        using var client = site.CreateClient();
        return await (await client.SendAsync(Get("/melding").With("Referer", referer))).Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> PostSettingsAsync(params (string Name, string Value)[] values)
    {
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });
        return await client.SendAsync(Post("/instellingen", values).With("Sec-Fetch-Site", "same-origin"));
    }
}
