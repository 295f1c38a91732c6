using System.Net;
using static Participatie.Tests.Hosting.Asking;

namespace Participatie.Tests.Hosting;

public sealed class VisitorLanguageTests(HostingFixture fixture) : IClassFixture<HostingFixture>
{
    [Theory]
    [InlineData("ar-SY,ar;q=0.9,en;q=0.5", "ar")]
    [InlineData("uk-UA", "uk")]
    [InlineData("UK-ua", "uk")]
    [InlineData("de", "nl")]
    [InlineData("de-DE,de;q=0.9,en;q=0.8", "en")]
    [InlineData("nl-NL,nl;q=0.9,en;q=0.8", "nl")]
    [InlineData("en;q=0.3, uk;q=0.7", "uk")]
    [InlineData("en;q=0, *", "nl")]
    [InlineData("nl-simple", "nl-simple")]
    [InlineData("*", "nl")]
    [InlineData("", "nl")]
    [InlineData(";;;=,q=1,--,-", "nl")]
    [InlineData("uk;q=banana", "nl")]
    public async Task A_first_visit_follows_the_browser(string accept, string language) =>
        Assert.Equal(language, await LanguageOfAsync(Get("/bestaat-niet").With("Accept-Language", accept)));

    [Fact]
    public async Task What_was_chosen_goes_before_the_browser() =>
        Assert.Equal("uk", await LanguageOfAsync(Get("/bestaat-niet").With("Accept-Language", "ar").With("Cookie", "taal=uk")));

    [Theory]
    [InlineData("xx")]
    [InlineData("NL")]
    [InlineData("")]
    [InlineData("%00%0d%0aar")]
    [InlineData("../Words/ar")]
    public async Task A_cookie_with_a_language_that_does_not_exist_is_as_good_as_none(string value) =>
        Assert.Equal("ar", await LanguageOfAsync(Get("/bestaat-niet").With("Accept-Language", "ar").With("Cookie", "taal=" + value)));

    [Fact]
    public async Task Ten_kilobytes_of_language_are_no_language()
    {
        var much = new string('a', 10_000);
        Assert.Equal("nl", await LanguageOfAsync(Get("/bestaat-niet").With("Cookie", "taal=" + much)));
        Assert.Equal("nl", await LanguageOfAsync(Get("/bestaat-niet").With("Accept-Language", much)));
        Assert.Equal(
            "nl",
            await LanguageOfAsync(Get("/bestaat-niet").With("Accept-Language", string.Join(',', Enumerable.Repeat("de;q=0.5", 1000)))));
        Assert.Equal(HttpStatusCode.OK, (await fixture.Client.SendAsync(Get("/long?taal=" + much[..7000]))).StatusCode);
    }

    [Theory]
    [InlineData("%00")]
    [InlineData("ar%0d%0aSet-Cookie:%20x=y")]
    [InlineData("%ff%fe")]
    public async Task A_link_with_strange_signs_sets_nothing(string language)
    {
        var response = await fixture.Client.SendAsync(Get("/long?taal=" + language));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task No_cache_gives_a_page_to_somebody_with_another_language()
    {
        var response = await fixture.Client.SendAsync(Get("/bestaat-niet"));
        Assert.Contains("Accept-Language", string.Join(',', response.Headers.Vary), StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl is { Private: true } or { NoStore: true });
    }

    private async Task<string> LanguageOfAsync(HttpRequestMessage request)
    {
        var page = await (await fixture.Client.SendAsync(request)).Content.ReadAsStringAsync();
        var from = page.IndexOf("<html lang=\"", StringComparison.Ordinal) + "<html lang=\"".Length;
        return page[from..page.IndexOf('"', from)];
    }
}
