using System.Text.RegularExpressions;
using Participatie.Journeys.Browsing;

namespace Participatie.Journeys.Screens;

/// <summary>A page as a person perceives it: by its headings, the names of its buttons and links, and the labels of its fields.</summary>
public abstract class Screen(Visitor visitor)
{
    public Visitor Visitor => visitor;

    protected IPage Page => visitor.Page;

    protected Labels Labels => Labels.In(visitor.Device.Language);

    public Task<string> HeadingAsync() => Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync();

    /// <summary>Everything that can be read in the middle of the page.</summary>
    public Task<string> TextAsync() => Page.GetByRole(AriaRole.Main).InnerTextAsync();

    public Task<string> TitleAsync() => Page.TitleAsync();

    /// <summary>The messages in the summary of errors; none when nothing was refused.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync() =>
        await Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link).AllInnerTextsAsync();

    public async Task<Screen> BackInBrowserAsync()
    {
        await visitor.GoAsync(() => Page.GoBackAsync());
        return Seen(visitor);
    }

    public async Task<Screen> RefreshAsync()
    {
        await visitor.GoAsync(() => Page.ReloadAsync());
        return Seen(visitor);
    }

    public async Task<Screen> BackAsync() => await FollowAsync(Labels["form.back"]);

    /// <summary>The screen that the visitor now sees.</summary>
    public static Screen Seen(Visitor visitor) => new Uri(visitor.Page.Url).AbsolutePath.Split('/') switch
    {
        [_, "raadpleging" or "voorbeeld", _] => new StartScreen(visitor),
        [_, "raadpleging" or "voorbeeld", _, "vraag", ..] => new QuestionScreen(visitor),
        [_, "raadpleging" or "voorbeeld", _, "controleren"] => new CheckScreen(visitor),
        [_, "raadpleging" or "voorbeeld", _, "bedankt"] => new ThanksScreen(visitor),
        [_, "raadpleging" or "voorbeeld", _, "stop"] => new StopScreen(visitor),
        [_, "raadpleging" or "voorbeeld", _, "terughalen"] => new MovedScreen(visitor),
        [_, "raadpleging" or "voorbeeld", _, "code"] or [_, "verder"] or [_, "mijn-antwoord"] => new CodeScreen(visitor),
        _ => new TextScreen(visitor),
    };

    /// <summary>Presses the link with these words.</summary>
    public async Task<Screen> FollowAsync(string link)
    {
        await visitor.GoAsync(() => visitor.Hands.PressAsync(Page.GetByRole(AriaRole.Link, new() { NameRegex = Named(link) })));
        return Seen(visitor);
    }

    public async Task<Screen> PressAsync(string button)
    {
        await visitor.GoAsync(() => visitor.Hands.PressAsync(Page.GetByRole(AriaRole.Button, new() { NameRegex = Named(button) })));
        return Seen(visitor);
    }

    /// <summary>Unfolds what stands under "Hulp".</summary>
    protected Task OpenHelpAsync() => visitor.Hands.PressAsync(Page.GetByRole(AriaRole.Main).Locator("details.help-menu > summary"));

    protected Task<Screen> FollowLabelAsync(string key) => FollowAsync(Labels[key]);

    protected Task<Screen> PressLabelAsync(string key) => PressAsync(Labels[key]);

    /// <summary>
    /// Words that are only heard ("Wijzig: uw leeftijd") stand apart from those that are seen, so a space may come between.
    /// </summary>
    private static Regex Named(string words) =>
        new($"^{Regex.Escape(words).Replace(":", @"\s*:", StringComparison.Ordinal)}$", RegexOptions.None, TimeSpan.FromSeconds(1));
}
