using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Participatie.Tests.Pages;
using Participatie.Web.Frame;
using static Participatie.Tests.Hosting.Asking;

namespace Participatie.Tests.Hosting;

public sealed class SettingsPageTests(Site site) : IClassFixture<Site>
{
    private const string QuestionWithPictures = "/raadpleging/wonen/vraag/verhuizen";

    public static TheoryData<string, string> EachValue =>
        [.. ReadingSetting.All.SelectMany(setting => setting.Values.Select(value => (setting.Field, value)))];

    [Theory]
    [MemberData(nameof(EachValue))]
    public async Task What_is_chosen_is_remembered_in_one_cookie_and_holds_on_another_page(string field, string value)
    {
        var setting = ReadingSetting.All.Single(setting => setting.Field == field);
        var response = await PostAsync((field, value), ("terug", "/hulp"));
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/hulp#bewaard", response.Headers.Location?.ToString());

        if (value == setting.Values[0])
        {
            // Nothing else than the device's own settings: nothing to remember.
            Assert.False(response.Headers.Contains("Set-Cookie"));
            return;
        }

        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        Assert.Matches(@"^weergave=g\d\.r\d\.c\d\.p\d\.l\d; max-age=31536000; path=/; samesite=lax; httponly$", cookie);
        var page = await OpenAsync(QuestionWithPictures, cookie.Split(';')[0]);
        var form = await OpenAsync("/instellingen", cookie.Split(';')[0]);
        Assert.Equal(setting == ReadingSetting.Pictures ? null : value, page.DocumentElement.GetAttribute("data-" + setting.Name));
        Assert.Equal([value], form.QuerySelectorAll($"input[name={field}][checked]").Select(input => input.GetAttribute("value")));
        Assert.Equal(setting != ReadingSetting.Pictures, page.QuerySelectorAll(".picture").Length > 0);
        Assert.Equal(setting == ReadingSetting.Font, page.QuerySelector("link[href^='/easy-font']") is not null);
    }

    [Fact]
    public async Task Nothing_is_said_about_settings_that_nobody_chose()
    {
        var page = await OpenAsync(QuestionWithPictures, "");
        Assert.DoesNotContain(page.DocumentElement.Attributes, attribute => attribute.Name.StartsWith("data-", StringComparison.Ordinal));
        Assert.Equal("light dark", page.QuerySelector("meta[name=color-scheme]")?.GetAttribute("content"));
        Assert.True(page.QuerySelectorAll("label .picture").Length == 3);
        Assert.NotNull(page.QuerySelector("footer a[href='/instellingen']"));
    }

    [Theory]
    [InlineData("g9.r0.c0.p0.l0")]
    [InlineData("g1.r1.c1.p1.l1.l1")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("g1.r0.c0.p0.l0%00")]
    public async Task A_manipulated_cookie_changes_nothing(string cookie)
    {
        var page = await OpenAsync("/instellingen", "weergave=" + cookie);
        Assert.DoesNotContain(page.DocumentElement.Attributes, attribute => attribute.Name.StartsWith("data-", StringComparison.Ordinal));
        Assert.Equal(ReadingSetting.All.Count + 1, page.QuerySelectorAll("input[checked]").Length);
    }

    [Fact]
    public async Task One_wrong_value_keeps_what_else_was_chosen_and_saves_nothing()
    {
        var response = await PostAsync(("taal", "en"), ("grootte", "huge"), ("contrast", "dark"), ("terug", "/hulp"));
        await response.RefusedAsync(HttpStatusCode.UnprocessableEntity, "Kies een antwoord uit de lijst");
        Assert.False(response.Headers.Contains("Set-Cookie"));
        var page = await ReadAsync(response);
        var link = page.QuerySelector("[role=alert] a")?.GetAttribute("href");
        Assert.Equal("#grootte", link);
        Assert.NotNull(page.QuerySelector(link!));
        Assert.Equal("dark", page.QuerySelector("input[name=contrast][checked]")?.GetAttribute("value"));
        Assert.Equal("/hulp", page.QuerySelector("input[name=terug]")?.GetAttribute("value"));
    }

    [Fact]
    public async Task One_thing_can_be_set_without_touching_the_rest()
    {
        var response = await PostAsync("g2.r0.c0.p1.l0", ("contrast", "high"));
        Assert.StartsWith("weergave=g2.r0.c2.p1.l0;", response.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        Assert.Equal("/instellingen#bewaard", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task One_button_brings_everything_back()
    {
        var response = await PostAsync("g2.r0.c0.p1.l0", ("grootte", "largest"), ("alles-terug", "ja"), ("terug", "/hulp"));
        Assert.Equal("/hulp#bewaard", response.Headers.Location?.ToString());
        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("weergave=; expires=Thu, 01 Jan 1970", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_value_is_asked_with_its_own_words_and_an_example_where_words_do_not_show_it()
    {
        var page = await OpenAsync("/instellingen", "");
        foreach (var setting in ReadingSetting.All)
        {
            var labels = page.QuerySelectorAll($"input[name={setting.Field}]").Select(
                input => page.QuerySelector($"label[for='{input.Id}']")!).ToList();
            Assert.Equal(setting.Values.Count, labels.Count);
            Assert.Equal(labels.Count, labels.Select(label => label.TextContent.Trim()).Distinct(StringComparer.Ordinal).Count());
            Assert.Contains(labels, label => label.QuerySelector(".example, .picture, [data-size]") is not null);
            Assert.All(
                labels.SelectMany(label => label.QuerySelectorAll(".example")),
                example => Assert.Equal("true", example.GetAttribute("aria-hidden")));
        }
    }

    [Theory]
    [InlineData("nl", true)]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    [InlineData("uk", false)]
    public async Task The_font_is_offered_for_the_letters_that_it_has(string language, bool offered) =>
        Assert.Equal(offered, (await OpenAsync("/instellingen", "taal=" + language)).QuerySelector("input[name=letters]") is not null);

    [Theory]
    [InlineData("http://localhost/hulp", "/hulp")]
    [InlineData("http://localhost/instellingen", null)]
    [InlineData("https://elders.example/hulp", null)]
    public async Task Back_leads_to_another_page_of_this_site(string referer, string? back)
    {
        using var client = site.CreateClient();
        var page = await ReadAsync(await client.SendAsync(Get("/instellingen").With("Referer", referer)));
        Assert.Equal(back, page.QuerySelector("a.back")?.GetAttribute("href"));
    }

    [Fact]
    public async Task The_message_is_there_for_an_address_that_ends_in_its_name()
    {
        var page = await OpenAsync("/hulp", "");
        var message = page.GetElementById("bewaard");
        Assert.Equal("Uw keuze is bewaard.", message?.TextContent);
        Assert.True(message!.HasAttribute("hidden"));
        Assert.Equal("status", message.GetAttribute("role"));
    }

    [Fact]
    public async Task The_font_is_kept_for_a_year_under_the_address_that_the_stylesheet_names()
    {
        using var client = site.CreateClient();
        var css = await client.GetStringAsync("/easy-font.css");
        var addresses = css.Split("url(").Skip(1).Select(part => part[..part.IndexOf(')', StringComparison.Ordinal)].Trim('"')).ToList();
        Assert.Equal(4, addresses.Count);
        foreach (var address in addresses)
        {
            var response = await client.GetAsync("/" + address);
            Assert.Equal("font/woff2", response.Content.Headers.ContentType?.MediaType);
            Assert.Equal("max-age=31536000, immutable", response.Headers.GetValues("Cache-Control").Single());
        }

        Assert.DoesNotContain("@font-face", await client.GetStringAsync("/site.css"), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> PostAsync(params (string Name, string Value)[] values) => PostAsync("", values);

    private async Task<HttpResponseMessage> PostAsync(string cookie, params (string Name, string Value)[] values)
    {
        using var client = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        return await client.SendAsync(
            Post("/instellingen", values).With("Sec-Fetch-Site", "same-origin").With("Cookie", "weergave=" + cookie));
    }

    private async Task<IHtmlDocument> OpenAsync(string address, string cookie)
    {
        using var client = site.CreateClient(new() { HandleCookies = false });
        var response = await client.SendAsync(Get(address).With("Cookie", cookie));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await ReadAsync(response);
    }

    private static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
}
