using Participatie.Journeys.Browsing;

namespace Participatie.Journeys.Screens;

public sealed class ThanksScreen(Visitor visitor) : Screen(visitor)
{
    /// <summary>The receipt, as somebody writes it down: "1234 5678 9012 3456".</summary>
    public Task<string> CodeAsync() => Page.Locator("main .code").InnerTextAsync();

    public async Task<CodeScreen> ToMyAnswerAsync() => (CodeScreen)await FollowLabelAsync("thanks.code.link");
}
