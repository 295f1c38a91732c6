using Participatie.Journeys.Browsing;
using Participatie.Journeys.Screens;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>Somebody of the staff makes a link, and somebody without an account walks through the preview behind it.</summary>
[Collection(AccountsTests.SetupLinks)]
public sealed class PreviewTests(SiteUnderTest site, Chromium chromium) : Journey(site, chromium)
{
    [Theory]
    [InlineData(true, true, 1280)]
    [InlineData(false, false, 320)]
    public async Task Whoever_has_the_link_walks_through_the_preview(bool keyboard, bool script, int width)
    {
        var link = "";
        await WalkAsync(new Device { Script = script, Width = width }, async visitor =>
        {
            await Administrator.BeginAsync(Site, visitor, "Anna", $"kijk.{width}@drenthe.nl");
            var links = await DeskScreen.OpenAsync(visitor, "/beheer/raadpleging/meepraten/voorbeeld");
            var refused = await links.SendAsync("Link maken");
            Assert.Equal(422, visitor.Status);
            await visitor.Hands.ChooseAsync(visitor.Page.GetByLabel("7 dagen"));
            await refused.SendAsync("Link maken");
            link = await visitor.Page.GetByRole(AriaRole.Status).GetByRole(AriaRole.Link).InnerTextAsync();
        });

        await WalkAsync(new Device { KeyboardOnly = keyboard, Script = script, Width = width }, async visitor =>
        {
            await visitor.OpenAsync(new Uri(link).AbsolutePath);
            var seen = Screen.Seen(visitor);
            Assert.StartsWith("Voorbeeld: ", await seen.TitleAsync(), StringComparison.Ordinal);
            Assert.Contains("niets verstuurd", await NoticeAsync(visitor), StringComparison.Ordinal);
            await seen.FollowAsync("Start met de vragen");
            await visitor.Hands.ChooseAsync(visitor.Page.GetByLabel("Nee", new() { Exact = true }));
            for (var pages = 0; Screen.Seen(visitor) is not CheckScreen; pages++)
            {
                Assert.True(pages < 40, "The walk does not end.");
                var skip = visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Sla over" });
                await Screen.Seen(visitor).PressAsync(pages > 0 && await skip.CountAsync() > 0 ? "Sla over" : "Verder");
                Assert.Contains("Dit is een voorbeeld.", await NoticeAsync(visitor), StringComparison.Ordinal);
            }

            await Screen.Seen(visitor).PressAsync("Versturen");
            Assert.Contains("Er is niets verstuurd.", await NoticeAsync(visitor), StringComparison.Ordinal);
        });
    }

    private static Task<string> NoticeAsync(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Complementary).InnerTextAsync();
}
