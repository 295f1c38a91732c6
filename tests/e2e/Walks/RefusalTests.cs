using Participatie.Journeys.Browsing;
using Participatie.Journeys.Screens;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>
/// An answer that cannot be taken comes back with what was typed and how to mend it. That each message is tied to its field is looked
/// at on every page; here it is made sure that there is such a page.
/// </summary>
public sealed class RefusalTests(SiteUnderTest site, Chromium chromium) : Journey(site, chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Each_kind_of_question_says_what_is_wrong(bool script) => WalkAsync(new Device { Script = script }, async visitor =>
    {
        var refused = 0;
        foreach (var slug in (string[])["themas", "meepraten"])
        {
            var start = await StartScreen.OpenAsync(visitor, slug);
            Screen here = await start.BeginAsync();
            while (here is QuestionScreen question)
            {
                if (await question.CanSkipAsync())
                {
                    await RefusedAsync(await question.NextAsync());
                    refused++;
                }

                await question.AnswerAsync();
                here = await question.NextAsync();
            }

            Assert.IsType<CheckScreen>(here);
        }

        Assert.True(refused >= 12, $"Only {refused} pages refused an empty form.");
    });

    [Fact]
    public Task Too_much_in_one_answer_is_kept_and_said() => WalkAsync(new Device(), async visitor =>
    {
        var here = await Passing.ToAsync(visitor, "themas", "munten");
        await here.FillAsync(0, "19");
        await here.FillAsync(1, "twee");
        await RefusedAsync(await here.NextAsync());
        Assert.Equal("twee", await here.FilledAsync(1));
        await here.FillAsync(1, "3");
        await RefusedAsync(await here.NextAsync());

        var open = await Passing.ToAsync(visitor, "themas", "missen");
        var text = new string('a', 20) + " " + new string('b', 30_000);
        await open.WriteAsync(text);
        await RefusedAsync(await open.NextAsync());
        Assert.Equal(text, await open.WrittenAsync());
    });

    [Fact]
    public Task A_code_with_a_mistake_is_shown_again() => WalkAsync(new Device(), async visitor =>
    {
        foreach (var address in (string[])["/mijn-antwoord", "/verder", "/raadpleging/wonen/code"])
        {
            var again = Assert.IsType<CodeScreen>(await (await CodeScreen.OpenAsync(visitor, address)).EnterAsync("1234 5678 901x"));
            await RefusedAsync(again);
            Assert.Equal("1234 5678 901x", await again.TypedAsync());
        }
    });

    private static async Task RefusedAsync(Screen screen)
    {
        Assert.Equal(422, screen.Visitor.Status);
        Assert.StartsWith(Labels.In("nl")["form.error.title"], await screen.TitleAsync(), StringComparison.Ordinal);
        Assert.NotEmpty(await screen.ProblemsAsync());
        Assert.True(screen.Visitor.ArrivedInSummary, "The summary of errors did not take the focus.");
    }
}
