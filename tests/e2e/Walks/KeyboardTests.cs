using Participatie.Journeys.Browsing;
using Participatie.Journeys.Screens;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>Without a mouse: every control is reached with Tab, in the order of the page, and each stop on the way is seen.</summary>
public sealed class KeyboardTests(SiteUnderTest site, Chromium chromium) : Journey(site, chromium)
{
    [Theory]
    [InlineData("themas", 1280)]
    [InlineData("meepraten", 320)]
    public Task A_resident_walks_with_the_keyboard_alone(string slug, int width) =>
        WalkAsync(new Device { KeyboardOnly = true, Width = width }, async visitor =>
        {
            var start = await StartScreen.OpenAsync(visitor, slug);
            var check = await Resident.AnswerAllAsync(await start.BeginAsync());
            var thanks = await check.SendAsync();
            var code = await thanks.CodeAsync();
            var receipt = await (await thanks.ToMyAnswerAsync()).EnterAsync(code);
            Assert.Equal(200, visitor.Status);
            Assert.Equal(Labels.In("nl")["receipt.found.title"], await receipt.HeadingAsync());
        });

    [Fact]
    public Task The_first_stop_leads_past_the_top_of_the_page() => WalkAsync(new Device { KeyboardOnly = true }, async visitor =>
    {
        await StartScreen.OpenAsync(visitor, "themas");
        await visitor.Page.Keyboard.PressAsync("Tab");
        var skip = visitor.Page.GetByRole(AriaRole.Link, new() { Name = Labels.In("nl")["frame.skip"] });
        await Assertions.Expect(skip).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Keyboard.PressAsync("Tab");
        // The first thing in the middle of the page that takes the keyboard, whatever that is.
        Assert.True(await visitor.Page.EvaluateAsync<bool>(
            "document.activeElement === [...document.querySelectorAll('main :is(a[href], summary, button, input)')].find(stop => "
                + "stop.checkVisibility())"));
    });
}
