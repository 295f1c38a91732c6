using Participatie.Journeys.Browsing;
using Participatie.Journeys.Screens;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>What a phone loads on a bad connection. The published site has the files as visitors get them.</summary>
public sealed class WeightTests(SiteUnderTest site, Chromium chromium) : Journey(site, chromium)
{
    private const int FirstBytes = 24 * 1024;
    private const int FirstRequests = 4;
    private const int NextBytes = 4 * 1024;

    /// <summary>
    /// Each letter of another script takes two bytes: the budget with its twelve buttons comes to 4.2 KB with the redirect that led to it.
    /// </summary>
    private const int NextBytesOtherScript = 4400;

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    [InlineData("ar")]
    [InlineData("uk")]
    public Task A_visit_is_light(string language) =>
        WalkAsync(new Device { Width = 390, Language = language, Looks = [], Worker = false }, async visitor =>
    {
        var next = language is "ar" or "uk" ? NextBytesOtherScript : NextBytes;
        var wire = await Wire.TapAsync(visitor);
        var start = await StartScreen.OpenAsync(visitor, "themas");
        Assert.True(
            wire.Bytes is > 8 * 1024 and <= FirstBytes, $"The first page weighs {wire.Bytes} bytes: {string.Join(", ", wire.Asked)}");
        Assert.True(
            wire.Asked.Count is > 1 and <= FirstRequests, $"The first page asks for {wire.Asked.Count}: {string.Join(", ", wire.Asked)}");

        // Kept for a year; the browser may look for its icon again without asking the site.
        var kept = wire.Asked;
        wire.StartAgain();
        Screen here = await start.BeginAsync();
        while (here is not ThanksScreen)
        {
            var page = $"{await here.TitleAsync()} ({visitor.Page.Url})";
            Assert.True(wire.Bytes > 300 && wire.Bytes <= next, $"{page} weighs {wire.Bytes} bytes: {string.Join(", ", wire.Asked)}");
            Assert.True(wire.Asked.Except(kept).Count() == 1, $"{page} asks for {string.Join(", ", wire.Asked)}");
            wire.StartAgain();
            if (here is QuestionScreen question)
            {
                await question.AnswerAsync();
                here = await question.NextAsync();
            }
            else
            {
                here = await ((CheckScreen)here).SendAsync();
            }
        }
    });
}
