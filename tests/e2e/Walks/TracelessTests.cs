using Participatie.Journeys.Browsing;
using Participatie.Journeys.Screens;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>What a whole walk leaves on the device, which may be somebody else's.</summary>
public sealed class TracelessTests(SiteUnderTest site, Chromium chromium) : Journey(site, chromium)
{
    [Fact]
    public Task A_walk_leaves_two_cookies_and_a_page_for_no_network() => WalkAsync(new Device(), async visitor =>
    {
        var start = await StartScreen.OpenAsync(visitor, "themas");
        Assert.Empty(await visitor.CookiesAsync());
        var check = await Resident.AnswerAllAsync(await start.BeginAsync());
        Assert.Equal(["concept-themas", "formulier"], await visitor.CookiesAsync());
        await check.SendAsync();
        Assert.Equal(["concept-themas", "formulier"], await visitor.CookiesAsync());
        Assert.Equal("""{"local":{},"session":{},"databases":[],"workers":1}""", await visitor.StoredAsync());
    });

    [Fact]
    public Task A_draft_of_long_ago_does_not_stand_in_the_way() => WalkAsync(new Device { Script = false }, async visitor =>
    {
        await visitor.Page.Context.AddCookiesAsync([
            new() { Name = "concept-themas", Value = new string('A', 43), Url = visitor.Site.ToString() },
            new() { Name = "formulier", Value = "CfDJ8verlopen", Url = visitor.Site.ToString() },
        ]);
        var start = await StartScreen.OpenAsync(visitor, "themas");
        await (await Resident.AnswerAllAsync(await start.BeginAsync())).SendAsync();
    });
}
