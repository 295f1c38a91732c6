using Participatie.Journeys.Browsing;

namespace Participatie.Journeys.Screens;

/// <summary>Stop and wipe, or a code to go on later.</summary>
public sealed class StopScreen(Visitor visitor) : Screen(visitor)
{
    public async Task<string> AskForCodeAsync()
    {
        await PressLabelAsync("stop.later");
        return await Page.Locator("main .code").InnerTextAsync();
    }

    /// <summary>Says twice that everything has to go.</summary>
    public async Task<Screen> WipeAsync()
    {
        await PressLabelAsync("stop.wipe");
        return await PressLabelAsync("stop.sure");
    }
}
