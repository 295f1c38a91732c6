using System.Text.RegularExpressions;
using Participatie.Journeys.Browsing;

namespace Participatie.Journeys.Screens;

/// <summary>A page of staff.</summary>
public sealed partial class DeskScreen(Visitor visitor) : Screen(visitor)
{
    public static async Task<DeskScreen> OpenAsync(Visitor visitor, string address)
    {
        await visitor.OpenAsync(address);
        return new DeskScreen(visitor);
    }

    /// <summary>Fills in the fields by their labels and presses the button.</summary>
    public async Task<DeskScreen> SendAsync(string button, params (string Label, string Text)[] fields)
    {
        foreach (var (label, text) in fields)
            await Visitor.Hands.TypeAsync(Page.GetByLabel(label, new() { Exact = true }), text);
        await PressAsync(button);
        return new DeskScreen(Visitor);
    }

    /// <summary>Fills in and presses where the browser keeps what comes as a file.</summary>
    public async Task<Stream> DownloadAsync(string button, params (string Label, string Text)[] fields)
    {
        foreach (var (label, text) in fields)
            await Visitor.Hands.TypeAsync(Page.GetByLabel(label, new() { Exact = true }), text);
        var download = await Page.RunAndWaitForDownloadAsync(
            () => Visitor.Hands.PressAsync(Page.GetByRole(AriaRole.Button, new() { Name = button })));
        Assert.Null(await download.FailureAsync());
        return await download.CreateReadStreamAsync();
    }

    /// <summary>The radio or the check box with that label.</summary>
    public Task ChooseAsync(string label) => Visitor.Hands.ChooseAsync(Page.GetByLabel(label, new() { Exact = true }));

    /// <summary>Chooses a file in the one field for it: the dialog is the browser's own.</summary>
    public Task ChooseFileAsync(string name, string text) => Page.Locator("input[type=file]").SetInputFilesAsync(
        new FilePayload { Name = name, MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });

    /// <summary>The key that somebody types into an app when the picture cannot be scanned.</summary>
    public async Task<string> KeyAsync() => Key().Match(await TextAsync()).Value;

    /// <summary>Whether that button can be seen.</summary>
    public async Task<bool> OffersAsync(string button) =>
        await Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).CountAsync() > 0;

    /// <summary>
    /// What is said to who has no script. By the elements: looking at a page runs scripts on it, after which the browser no longer shows this.
    /// </summary>
    public async Task<string> SaidWithoutScriptAsync() => await Page.Locator("main noscript p").TextContentAsync() ?? "";

    /// <summary>By the name of the link in the menu.</summary>
    public async Task<DeskScreen> ToAsync(string page)
    {
        await FollowAsync(page);
        return new DeskScreen(Visitor);
    }

    [GeneratedRegex("([A-Z2-7]{4} ){7}[A-Z2-7]{4}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();
}
