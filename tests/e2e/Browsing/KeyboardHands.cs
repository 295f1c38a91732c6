using System.Text.Json;
using System.Text.Json.Serialization;
using Participatie.Journeys.Looking;

namespace Participatie.Journeys.Browsing;

/// <summary>Tab, arrows, space and Enter. Every stop on the way must be seen.</summary>
internal sealed class KeyboardHands(IPage page, Debugger debugger) : IHands
{
    private const int Tabs = 120;

    /// <summary>Presses on their way together: each has to go to the browser and back.</summary>
    private const int AtOnce = 10;

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
        await ReachAsync(choice, orAnother: true);
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

    /// <param name="target">What is wanted.</param>
    /// <param name="orAnother">Or any other radio of its group.</param>
    private Task ReachAsync(ILocator target, bool orAnother = false) => debugger.WithScriptAsync(() => TabAsync(target, orAnother));

    private async Task TabAsync(ILocator target, bool orAnother)
    {
        await target.EvaluateAsync(
            "(element, orAnother) => { globalThis.sought = orAnother ? [...document.getElementsByName(element.name)] : [element]; }", orAnother);
        await debugger.AskAsync(Scripts.StartSearch);
        for (var pressed = 0; pressed < Tabs; pressed += AtOnce)
        {
            var walked = JsonSerializer.Deserialize<Walked>(await debugger.AskAsync(Scripts.Search) ?? "")!;
            if (walked.Passed.FirstOrDefault(stop => stop.Faults.Count > 0) is { } stop)
                throw new FaultyPageException($"{page.Url}: focus: {stop.Name} {string.Join(", ", stop.Faults)}");
            if (walked.Found)
            {
                await debugger.AskAsync(Scripts.EndSearch);
                return;
            }

            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => debugger.PressTabAsync()));
        }

        throw new FaultyPageException($"{page.Url}: the keyboard never came to {target}.");
    }

    private static Task<bool> HasFocusAsync(ILocator target) => target.EvaluateAsync<bool>("element => element === document.activeElement");

    private sealed record Walked(
        [property: JsonPropertyName("found")] bool Found,
        [property: JsonPropertyName("passed")] IReadOnlyList<FocusWalk.Stop> Passed);
}
