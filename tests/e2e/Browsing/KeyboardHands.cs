using Participatie.Journeys.Looking;

namespace Participatie.Journeys.Browsing;

/// <summary>Tab, arrows, space and Enter. Every stop on the way must be seen.</summary>
internal sealed class KeyboardHands(IPage page, Debugger debugger) : IHands
{
    private const int Tabs = 120;

    public async Task PressAsync(ILocator target)
    {
        await ReachAsync(target);
        await page.Keyboard.PressAsync("Enter");
    }

    public async Task ChooseAsync(ILocator choice)
    {
        if (await choice.GetAttributeAsync("type") == "checkbox")
        {
            await ReachAsync(choice);
            await page.Keyboard.PressAsync("Space");
            return;
        }

        // Tab enters the group; the arrows walk and choose in it.
        var name = await choice.GetAttributeAsync("name");
        await ReachAsync(page.Locator($"input[type=radio][name='{name}']:focus"));
        await page.Keyboard.PressAsync("Space");
        for (var pressed = 0; !await HasFocusAsync(choice); pressed++)
        {
            Assert.True(pressed < Tabs, "The arrows never came to the choice.");
            await page.Keyboard.PressAsync("ArrowDown");
        }
    }

    public async Task TypeAsync(ILocator field, string text)
    {
        await ReachAsync(field);
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
    }

    private async Task ReachAsync(ILocator target)
    {
        for (var pressed = 0; pressed < Tabs; pressed++)
        {
            if (await HasFocusAsync(target))
                return;
            await debugger.PressTabAsync();
            if (await FocusWalk.HereAsync(debugger) is { Faults.Count: > 0 } stop)
                throw new FaultyPageException($"{page.Url}: focus: {stop.Name} {string.Join(", ", stop.Faults)}");
        }

        throw new FaultyPageException($"{page.Url}: the keyboard never came to {target}.");
    }

    private static async Task<bool> HasFocusAsync(ILocator target) =>
        await target.CountAsync() > 0 && await target.EvaluateAsync<bool>("element => element === document.activeElement");
}
