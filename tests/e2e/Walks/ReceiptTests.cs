using Participatie.Journeys.Browsing;
using Participatie.Journeys.Screens;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>What somebody can do with the code of the thank-you page.</summary>
public sealed class ReceiptTests(SiteUnderTest site, Chromium chromium) : Journey(site, chromium)
{
    [Fact]
    public Task An_answer_is_counted_and_can_be_withdrawn() => WalkAsync(new Device { Script = false, Width = 320 }, async visitor =>
    {
        var labels = Labels.In("nl");
        var start = await StartScreen.OpenAsync(visitor, "meepraten");
        var thanks = await (await Resident.AnswerAllAsync(await start.BeginAsync())).SendAsync();
        var code = await thanks.CodeAsync();
        await thanks.ToMyAnswerAsync();

        Screen receipt;
        for (var asked = 0; ; asked++)
        {
            receipt = await (await CodeScreen.OpenAsync(visitor, "/mijn-antwoord")).EnterAsync(code);
            if ((await receipt.TextAsync()).Contains(labels["receipt.counted"], StringComparison.Ordinal))
                break;
            Assert.True(asked < 40, "The worker did not count the answer within ten seconds.");
            await Task.Delay(250);
        }

        var sure = await receipt.PressAsync(labels["receipt.withdraw"]);
        Assert.Equal(labels["receipt.sure.title"], await sure.HeadingAsync());
        var kept = await sure.PressAsync(labels["receipt.keep"]);
        Assert.Contains(labels["receipt.counted"], await kept.TextAsync(), StringComparison.Ordinal);
        var withdrawn = await (await kept.PressAsync(labels["receipt.withdraw"])).PressAsync(labels["receipt.sure"]);
        Assert.Contains(labels["receipt.withdrawn"], await withdrawn.TextAsync(), StringComparison.Ordinal);

        var later = await (await CodeScreen.OpenAsync(visitor, "/mijn-antwoord")).EnterAsync(code);
        Assert.DoesNotContain(labels["receipt.counted"], await later.TextAsync(), StringComparison.Ordinal);
    });
}
