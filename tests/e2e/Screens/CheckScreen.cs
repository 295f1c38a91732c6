using Participatie.Journeys.Browsing;

namespace Participatie.Journeys.Screens;

/// <summary>All answers, before they are sent.</summary>
public sealed class CheckScreen(Visitor visitor) : Screen(visitor)
{
    public async Task<QuestionScreen> ChangeAsync(string question) =>
        (QuestionScreen)await FollowAsync($"{Labels["checkpage.change"]}: {question}");

    /// <summary>What stands under a question.</summary>
    public async Task<string> AnswerToAsync(string question) =>
        await Page.Locator("dl > div").Filter(new() { HasText = question }).Locator("dd").First.InnerTextAsync();

    public Task<int> CountAsync() => Page.Locator("dl > div").CountAsync();

    public async Task<ThanksScreen> SendAsync() => (ThanksScreen)await PressLabelAsync("checkpage.send");

    public Task<Screen> TrySendAsync() => PressLabelAsync("checkpage.send");
}
