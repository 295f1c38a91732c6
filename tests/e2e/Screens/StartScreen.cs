using Participatie.Journeys.Browsing;

namespace Participatie.Journeys.Screens;

/// <summary>Where a letter or a poster leads: what it is about, and one big button.</summary>
public sealed class StartScreen(Visitor visitor) : Screen(visitor)
{
    public static async Task<StartScreen> OpenAsync(Visitor visitor, string slug)
    {
        await visitor.OpenAsync($"/raadpleging/{slug}");
        return new StartScreen(visitor);
    }

    public async Task<QuestionScreen> BeginAsync() => (QuestionScreen)await FollowLabelAsync("start.begin");

    public async Task<QuestionScreen> BeginWithoutCodeAsync() => (QuestionScreen)await FollowLabelAsync("start.without-code");

    /// <summary>Begins without a code, whether the consultation has codes or not.</summary>
    public async Task<QuestionScreen> BeginAnyAsync() =>
        await Page.GetByRole(AriaRole.Link, new() { Name = Labels["start.begin"], Exact = true }).CountAsync() > 0
            ? await BeginAsync()
            : await BeginWithoutCodeAsync();

    /// <summary>Whether the page offers to go on with answers that are there.</summary>
    public async Task<bool> IsBegunAsync() =>
        await Page.GetByRole(AriaRole.Link, new() { Name = Labels["start.continue"], Exact = true }).CountAsync() > 0;

    public async Task<CodeScreen> BeginWithCodeAsync() => (CodeScreen)await FollowLabelAsync("start.with-code");

    public async Task<QuestionScreen> BeginForOrganisationAsync()
    {
        await OpenHelpAsync();
        return (QuestionScreen)await (await FollowLabelAsync("start.organisation")).PressAsync(Labels["start.organisation.begin"]);
    }

    public Task<Screen> ReadAgreementsAsync() => FollowLabelAsync("start.charter");

    public Task<Screen> ContinueAsync() => FollowLabelAsync("start.continue");

    public Task<Screen> BeginAgainAsync() => PressLabelAsync("start.again");
}
