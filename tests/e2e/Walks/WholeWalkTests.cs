using Participatie.Journeys.Browsing;
using Participatie.Journeys.Screens;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>From the letter to the thank-you page, without script.</summary>
public sealed class WholeWalkTests(SiteUnderTest site, Chromium chromium) : Journey(site, chromium)
{
    [Theory]
    [InlineData("nl")]
    [InlineData("nl-simple")]
    [InlineData("en")]
    [InlineData("ar")]
    [InlineData("uk")]
    public Task A_resident_answers_everything_about_the_themes(string language) =>
        WalkAsync(new Device { Script = false, Language = language }, async visitor =>
    {
        var start = await StartScreen.OpenAsync(visitor, "themas");
        var check = await Resident.AnswerAllAsync(await start.BeginAsync());
        var thanks = await check.SendAsync();
        Assert.Matches("^[0-9]{4}( [0-9]{4}){3}$", await thanks.CodeAsync());
        Assert.Equal(200, visitor.Status);
    });

    [Theory]
    [InlineData("nl")]
    [InlineData("nl-simple")]
    public Task A_resident_says_how_to_take_part(string language) =>
        WalkAsync(new Device { Script = false, Language = language }, async visitor =>
    {
        var start = await StartScreen.OpenAsync(visitor, "meepraten");
        var check = await Resident.AnswerAllAsync(await start.BeginAsync());
        await check.SendAsync();
    });

    [Fact]
    public Task A_resident_without_a_letter_answers_about_housing() => WalkAsync(new Device { Script = false }, async visitor =>
    {
        var start = await StartScreen.OpenAsync(visitor, "wonen");
        var check = await Resident.AnswerAllAsync(await start.BeginWithoutCodeAsync());
        await check.SendAsync();
    });

    [Fact]
    public Task A_resident_with_a_letter_answers_once() => WalkAsync(new Device { Script = false }, async visitor =>
    {
        var code = (await Site.InviteAsync("wonen", 1))[0];
        var start = await StartScreen.OpenAsync(visitor, "wonen");
        var first = Assert.IsType<QuestionScreen>(await (await start.BeginWithCodeAsync()).EnterAsync(code));
        await (await Resident.AnswerAllAsync(first)).SendAsync();

        await (await StartScreen.OpenAsync(visitor, "wonen")).BeginAgainAsync();
        var again = await (await StartScreen.OpenAsync(visitor, "wonen")).BeginWithCodeAsync();
        var refused = Assert.IsType<CodeScreen>(await again.EnterAsync(code));
        Assert.Equal(422, visitor.Status);
        Assert.Equal(code, await refused.TypedAsync());
    });

    [Fact]
    public Task Everything_may_be_skipped() => WalkAsync(new Device { Script = false }, async visitor =>
    {
        var start = await StartScreen.OpenAsync(visitor, "meepraten");
        var check = await Resident.SkipAllAsync(await start.BeginAsync());
        await check.SendAsync();
    });
}
