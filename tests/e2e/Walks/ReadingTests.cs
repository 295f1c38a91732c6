using Participatie.Journeys.Browsing;
using Participatie.Journeys.Screens;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>The pages to read, in each language. They are judged by being opened; here stands what else must be so.</summary>
public sealed class ReadingTests(SiteUnderTest site, Chromium chromium) : Journey(site, chromium)
{
    private static readonly string[] Addresses =
    [
        "/", "/themas", "/afspraken", "/hulp", "/privacy", "/toegankelijkheid", "/melding", "/melding/volgen", "/adviezen", "/instellingen",
        "/raadpleging/themas", "/raadpleging/themas/afspraken", "/raadpleging/themas/organisatie", "/raadpleging/meepraten/afspraken",
        "/raadpleging/wonen",
        "/raadpleging/wonen/afspraken",
        "/raadpleging/wonen/code",
        "/verder",
        "/mijn-antwoord",
        "/raadpleging/themas/stop",
    ];

    [Theory]
    [InlineData("nl")]
    [InlineData("nl-simple")]
    [InlineData("en")]
    [InlineData("ar")]
    [InlineData("uk")]
    public Task Every_page_can_be_read(string language) => WalkAsync(new Device { Language = language, Script = false }, async visitor =>
    {
        foreach (var address in Addresses)
        {
            await visitor.OpenAsync(address);
            Assert.True(visitor.Status == 200, $"{address} answered {visitor.Status}");
            Assert.Equal(address, new Uri(visitor.Page.Url).AbsolutePath);
        }
    });

    [Fact]
    public Task Every_theme_can_be_read() => WalkAsync(new Device(), async visitor =>
    {
        await visitor.OpenAsync("/themas");
        var themes = await visitor.Page.Locator("main a[href^='/themas/']")
            .EvaluateAllAsync<string[]>("links => [...new Set(links.map(link => link.pathname))]");
        Assert.Equal(6, themes.Length);
        foreach (var theme in themes)
        {
            await visitor.OpenAsync(theme);
            Assert.Equal(200, visitor.Status);
        }
    });

    [Fact]
    public Task What_does_not_exist_is_a_plain_page() => WalkAsync(new Device(), async visitor =>
    {
        await visitor.OpenAsync("/bestaat-niet");
        Assert.Equal(404, visitor.Status);
        Assert.Equal(Labels.In("nl")["error.notfound.title"], await Screen.Seen(visitor).HeadingAsync());
    });

    [Theory]
    [InlineData("nl-simple")]
    [InlineData("en")]
    [InlineData("ar")]
    public Task A_language_is_chosen_with_a_form(string language) => WalkAsync(new Device { Script = false }, async visitor =>
    {
        await visitor.OpenAsync("/instellingen");
        var name = Labels.In(language)["language.name"];
        await visitor.Hands.ChooseAsync(visitor.Page.GetByLabel(name, new() { Exact = true }));
        await visitor.GoAsync(() => visitor.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button).First.ClickAsync());
        await visitor.OpenAsync("/hulp");
        Assert.Equal(language, await visitor.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(["taal"], (await visitor.CookiesAsync()).Except(["formulier"], StringComparer.Ordinal));
    });
}
