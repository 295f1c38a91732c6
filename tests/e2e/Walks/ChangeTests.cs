using Participatie.Journeys.Browsing;
using Participatie.Journeys.Screens;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>Somebody changes their mind, goes back, or opens the page anew.</summary>
public sealed class ChangeTests(SiteUnderTest site, Chromium chromium) : Journey(site, chromium)
{
    private const string Earlier = "Heeft u al eens meegepraat over een plan van de overheid?";

    [Fact]
    public Task A_changed_answer_leads_back_to_the_check_page() => WalkAsync(new Device(), async visitor =>
    {
        var start = await StartScreen.OpenAsync(visitor, "meepraten");
        var check = await Resident.AnswerAllAsync(await start.BeginAsync());
        Assert.Equal("Ja", await check.AnswerToAsync(Earlier));
        var before = await check.CountAsync();

        var question = await check.ChangeAsync(Earlier);
        Assert.True(await question.IsChosenAsync("Ja"));
        await question.ChooseAsync("Nee");
        // With "Nee" the question about that plan is no longer asked, so nothing is open.
        check = Assert.IsType<CheckScreen>(await question.NextAsync());
        Assert.Equal("Nee", await check.AnswerToAsync(Earlier));
        Assert.Equal(before - 1, await check.CountAsync());

        question = await check.ChangeAsync(Earlier);
        await question.ChooseAsync("Ja");
        // The answer given before the detour is still there.
        check = Assert.IsType<CheckScreen>(await question.NextAsync());
        Assert.Equal(before, await check.CountAsync());
    });

    [Fact]
    public Task Back_and_refresh_keep_what_was_answered() => WalkAsync(new Device(), async visitor =>
    {
        var start = await StartScreen.OpenAsync(visitor, "meepraten");
        var first = await start.BeginAsync();
        await first.ChooseAsync("Weet ik niet");
        var second = await first.NextAsync();
        first = Assert.IsType<QuestionScreen>(await second.BackInBrowserAsync());
        Assert.True(await first.IsChosenAsync("Weet ik niet"));
        first = Assert.IsType<QuestionScreen>(await first.RefreshAsync());
        Assert.True(await first.IsChosenAsync("Weet ik niet"));
        second = await first.NextAsync();
        first = Assert.IsType<QuestionScreen>(await second.BackAsync());
        Assert.True(await first.IsChosenAsync("Weet ik niet"));
    });

    [Fact]
    public Task What_is_left_of_a_budget_is_counted_while_somebody_types() => WalkAsync(new Device(), async visitor =>
    {
        var budget = await Passing.ToAsync(visitor, "themas", "munten");
        Assert.All(await budget.LeftAsync(), left => Assert.Equal("Nog over: 20 munten.", left));
        await budget.FillAsync(0, "15");
        Assert.All(await budget.LeftAsync(), left => Assert.Equal("Nog over: 5 munten.", left));
        Assert.Equal("15 munten", await budget.SpokenAmountAsync(0));
        await budget.FillAsync(1, "4");
        Assert.All(await budget.LeftAsync(), left => Assert.Equal("Nog over: 1 munt.", left));
        await budget.FillAsync(1, "5");
        Assert.All(await budget.LeftAsync(), left => Assert.Equal("U heeft alles verdeeld.", left));
        await budget.FillAsync(2, "3");
        Assert.All(await budget.LeftAsync(), left => Assert.Equal("Te veel: 3 munten.", left));
        // No number: the server will say what is wrong.
        await budget.FillAsync(2, "drie");
        Assert.All(await budget.LeftAsync(), left => Assert.Equal("", left));
    });

    [Fact]
    public Task A_place_in_an_order_is_changed_with_buttons() => WalkAsync(new Device { Width = 320 }, async visitor =>
    {
        var place = await Passing.ToAsync(visitor, "wonen", "voor-wie");
        for (var picked = 0; picked < 3; picked++)
        {
            await place.AnswerAsync();
            place = Assert.IsType<QuestionScreen>(await place.NextAsync());
        }

        var order = await place.OrderAsync();
        Assert.Equal(3, order.Count);
        place = Assert.IsType<QuestionScreen>(await place.MoveAsync("down", order[0]));
        Assert.Equal([order[1], order[0], order[2]], await place.OrderAsync());
    });

    [Fact]
    public Task The_number_of_a_question_never_jumps_back() => WalkAsync(new Device(), async visitor =>
    {
        var start = await StartScreen.OpenAsync(visitor, "themas");
        Screen here = await start.BeginAsync();
        var numbers = new List<int>();
        while (here is QuestionScreen question)
        {
            if (await question.ProgressAsync() is { Length: > 0 } progress)
                numbers.Add(int.Parse(progress.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture));
            await question.AnswerAsync();
            here = await question.NextAsync();
        }

        Assert.Equal(numbers.Order(), numbers);
        Assert.Equal(1, numbers[0]);
    });

    [Fact]
    public Task Sending_twice_shows_the_same_receipt() => WalkAsync(new Device(), async visitor =>
    {
        var start = await StartScreen.OpenAsync(visitor, "wonen");
        var check = await Resident.AnswerAllAsync(await start.BeginWithoutCodeAsync());
        var thanks = await check.SendAsync();
        var code = await thanks.CodeAsync();
        // Back shows what is now: the answers were sent.
        thanks = Assert.IsType<ThanksScreen>(await thanks.BackInBrowserAsync());
        Assert.Equal(code, await thanks.CodeAsync());
    });
}
