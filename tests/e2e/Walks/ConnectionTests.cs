using Participatie.Journeys.Browsing;
using Participatie.Journeys.Screens;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>Somebody with one bar of reception.</summary>
public sealed class ConnectionTests(SiteUnderTest site, Chromium chromium) : Journey(site, chromium)
{
    private const string NoNetwork = "U heeft nu geen internet";
    private const string Again = "Probeer het nog een keer";

    [Fact]
    public async Task A_line_cut_between_two_questions_loses_nothing()
    {
        await using var line = new Line(Site.Address);
        await WalkAsync(new Device { Width = 390 }, line.Address, async visitor =>
        {
            var question = await Passing.ToAsync(visitor, "wonen", "idee");
            await visitor.PreparedAsync();
            await question.WriteAsync("Een \"hofje\" <voor> ons & u.\nMet een tuin.");
            line.Cut();
            var unsent = await question.NextAsync();
            Assert.Equal(NoNetwork, await unsent.HeadingAsync());
            Assert.Contains("Het is niet weg.", await unsent.TextAsync(), StringComparison.Ordinal);
            Assert.Equal(NoNetwork, await (await unsent.PressAsync(Again)).HeadingAsync());

            line.Mend();
            var next = await unsent.PressAsync(Again);
            Assert.Equal("In welke gemeente woont u?", await next.HeadingAsync());
            Assert.Contains("\"local\":{}", await visitor.StoredAsync(), StringComparison.Ordinal);
            question = (QuestionScreen)await next.BackAsync();
            Assert.Equal("Een \"hofje\" <voor> ons & u.\nMet een tuin.", await question.WrittenAsync());
        });
    }

    [Fact]
    public async Task A_page_that_cannot_come_can_be_asked_for_again()
    {
        await using var line = new Line(Site.Address);
        await WalkAsync(new Device(), line.Address, async visitor =>
        {
            var question = await Passing.ToAsync(visitor, "wonen", "plannen");
            await visitor.PreparedAsync();
            line.Cut();
            var away = await question.BackAsync();
            Assert.Equal(NoNetwork, await away.HeadingAsync());
            Assert.Equal(0, await visitor.Page.GetByRole(AriaRole.Button).CountAsync());
            line.Mend();
            var back = await away.FollowAsync("Probeer het opnieuw");
            Assert.IsType<QuestionScreen>(back);
            Assert.NotEqual(NoNetwork, await back.HeadingAsync());
        });
    }

    [Fact]
    public async Task Sending_twice_after_a_cut_makes_one_response()
    {
        var words = $"Bankje {Guid.NewGuid():N}";
        await using var line = new Line(Site.Address);
        await WalkAsync(new Device(), line.Address, async visitor =>
        {
            var question = await Passing.ToAsync(visitor, "wonen", "idee");
            await question.WriteAsync(words);
            var check = await Resident.AnswerAllAsync((QuestionScreen)await question.NextAsync());
            await visitor.PreparedAsync();
            line.CutInTheMiddle();
            var unsent = await check.PressAsync("Versturen");
            Assert.Equal(NoNetwork, await unsent.HeadingAsync());
            Assert.Equal(1, line.Lost);
            // It arrived: only the reply was lost.
            Assert.Equal(1, await Site.ResponsesWithAsync("wonen", words));
            line.Mend();
            var thanks = Assert.IsType<ThanksScreen>(await unsent.PressAsync(Again));
            Assert.NotEqual(NoNetwork, await thanks.HeadingAsync());
        });
        Assert.Equal(1, await Site.ResponsesWithAsync("wonen", words));
    }

    [Fact]
    public Task A_device_without_network_keeps_the_page_and_sends_on_one_button() => WalkAsync(new Device { Width = 320 }, async visitor =>
    {
        var question = await Passing.ToAsync(visitor, "wonen", "idee");
        await question.WriteAsync("Een tuin voor iedereen.");
        await visitor.Page.Context.SetOfflineAsync(true);
        var unsent = visitor.Page.GetByRole(AriaRole.Alert);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Verder", Exact = true }).ClickAsync();
        await unsent.WaitForAsync();
        Assert.Contains("Uw antwoord blijft hier staan.", await unsent.InnerTextAsync(), StringComparison.Ordinal);
        await visitor.LookAgainAsync();
        Assert.Equal("Een tuin voor iedereen.", await question.WrittenAsync());

        await visitor.Page.Context.SetOfflineAsync(false);
        Assert.Equal("In welke gemeente woont u?", await (await question.PressAsync(Again)).HeadingAsync());
    });

    [Fact]
    public Task Typed_words_come_back_after_a_reload_and_go_when_asked() => WalkAsync(new Device { Width = 390 }, async visitor =>
    {
        var question = await Passing.ToAsync(visitor, "wonen", "idee");
        await question.WriteAsync("Een halve zin die nog");
        // As after a crash: a new tab that knows nothing of the old one.
        var address = visitor.Page.Url;
        await visitor.GoAsync(() => visitor.Page.GotoAsync("/hulp"));
        await visitor.GoAsync(() => visitor.Page.GotoAsync(address));
        Assert.Equal("Een halve zin die nog", await question.WrittenAsync());
        Assert.Contains("Dit typte u eerder.", await question.TextAsync(), StringComparison.Ordinal);

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Haal deze tekst weg" }).ClickAsync();
        Assert.Equal("", await question.WrittenAsync());
        Assert.DoesNotContain("Dit typte u eerder.", await question.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("\"local\":{}", await visitor.StoredAsync(), StringComparison.Ordinal);
    });

    [Fact]
    public Task Wiping_wipes_what_was_typed_as_well() => WalkAsync(new Device(), async visitor =>
    {
        var question = await Passing.ToAsync(visitor, "wonen", "idee");
        await question.WriteAsync("Dit hoeft niemand te lezen");
        // By its address: the button for it sends the words first.
        await visitor.GoAsync(() => visitor.Page.GotoAsync("/raadpleging/wonen/stop"));
        var stop = new StopScreen(visitor);
        Assert.Contains("Dit hoeft niemand te lezen", await visitor.StoredAsync(), StringComparison.Ordinal);
        await stop.WipeAsync();
        Assert.Contains("\"local\":{}", await visitor.StoredAsync(), StringComparison.Ordinal);
    });

    [Fact]
    public Task Words_of_a_day_ago_and_of_another_draft_are_gone() => WalkAsync(new Device(), async visitor =>
    {
        var question = await Passing.ToAsync(visitor, "wonen", "idee");
        await visitor.Debugger.AskAsync("""
            const item = hours => JSON.stringify({ t: Date.now() - hours * 3600e3, s: 0, v: { answer: 'oud' } });
            localStorage['getypt themas abc /raadpleging/themas/vraag/missen'] = item(25);
            localStorage['getypt meepraten abc /raadpleging/meepraten/vraag/onderwerp'] = item(23);
            localStorage['getypt wonen abc ' + location.pathname] = item(1);
            """);
        await question.RefreshAsync();
        Assert.Equal("", await question.WrittenAsync());
        var stored = await visitor.StoredAsync();
        Assert.DoesNotContain("themas", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("wonen", stored, StringComparison.Ordinal);
        Assert.Contains("meepraten", stored, StringComparison.Ordinal);
    });
}
