using Participatie.Journeys.Browsing;
using Participatie.Journeys.Screens;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>Going on another day, at another device, or not at all.</summary>
public sealed class LaterTests(SiteUnderTest site, Chromium chromium) : Journey(site, chromium)
{
    [Fact]
    public Task Another_device_takes_the_answers_over() => WalkAsync(new Device(), async phone =>
    {
        var question = await Passing.ToAsync(phone, "themas", "missen");
        var stop = await question.StopAsync();
        var code = await stop.AskForCodeAsync();
        question = await Passing.ToAsync(phone, "themas", "missen");

        await WalkAsync(new Device { Script = false, Width = 320 }, async tablet =>
        {
            var form = await CodeScreen.OpenAsync(tablet, "/verder");
            var there = Assert.IsType<QuestionScreen>(await form.EnterAsync(code.Replace(" ", "", StringComparison.Ordinal)));
            Assert.Contains("/missen", tablet.Page.Url, StringComparison.Ordinal);
            await there.AnswerAsync();
            await there.NextAsync();

            // The old device still shows the question: its text comes back, and an offer to take the answers back.
            await question.WriteAsync("Dit schreef ik op mijn telefoon.");
            var refused = await question.NextAsync();
            Assert.Equal(422, phone.Status);
            Assert.Equal("Dit schreef ik op mijn telefoon.", await phone.Page.GetByRole(AriaRole.Textbox).InputValueAsync());
            var moved = new MovedScreen(phone);
            Assert.IsType<QuestionScreen>(await moved.SaveMineAsync());

            // Now it is the tablet that has to ask.
            Assert.IsType<MovedScreen>(await there.RefreshAsync());
        });
    });

    [Fact]
    public Task Stop_and_wipe_leaves_nothing() => WalkAsync(new Device { Script = false }, async visitor =>
    {
        var question = await Passing.ToAsync(visitor, "meepraten", "samen");
        var wiped = await (await question.StopAsync()).WipeAsync();
        Assert.Equal(Labels.In("nl")["stop.wiped.title"], await wiped.HeadingAsync());
        Assert.DoesNotContain("concept-meepraten", await visitor.CookiesAsync());
        Assert.False(await (await StartScreen.OpenAsync(visitor, "meepraten")).IsBegunAsync());
    });

    [Fact]
    public Task A_begun_draft_is_offered_and_not_shown() => WalkAsync(new Device(), async visitor =>
    {
        var open = await Passing.ToAsync(visitor, "meepraten", "onderwerp");
        await open.WriteAsync("De bus naar het ziekenhuis");
        await open.NextAsync();
        var start = await StartScreen.OpenAsync(visitor, "meepraten");
        Assert.True(await start.IsBegunAsync());
        Assert.DoesNotContain("ziekenhuis", await start.TextAsync(), StringComparison.Ordinal);
        await start.BeginAgainAsync();
        Assert.False(await (await StartScreen.OpenAsync(visitor, "meepraten")).IsBegunAsync());
    });
}
