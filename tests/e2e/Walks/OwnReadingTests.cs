using Participatie.Journeys.Browsing;
using Participatie.Journeys.Looking;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>Somebody who sets the site to their own way of reading, and then takes part.</summary>
public sealed class OwnReadingTests(SiteUnderTest site, Chromium chromium) : Journey(site, chromium)
{
    /// <summary>All that makes a page larger at once, on the narrowest page: nothing may be cut off or scroll sideways.</summary>
    [Theory]
    [InlineData("nl", "contrast-dark", "plaatjes-off")]
    [InlineData("nl-simple", "contrast-high", "plaatjes-on")]
    [InlineData("ar", "contrast-dark", "plaatjes-on")]
    public Task A_resident_reads_large_and_wide(string language, string contrast, string pictures) =>
        WalkAsync(new Device { Script = false, Language = language, Width = Look.Narrow, Looks = [new(Look.Narrow, Colours.Light)] }, async visitor =>
        {
            await visitor.OpenAsync("/instellingen");
            string[] choices = ["grootte-largest", "ruimte-wide", contrast, pictures];
            // The letters for easier reading have no Arabic ones.
            foreach (var choice in language == "ar" ? choices : [.. choices, "letters-easy"])
                await ChooseAsync(visitor, choice);
            await visitor.GoAsync(() => visitor.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button).First.ClickAsync());
            var size = await visitor.Page.Locator("main p").First.EvaluateAsync<string>("text => getComputedStyle(text).fontSize");
            Assert.True(double.Parse(size[..^2], System.Globalization.CultureInfo.InvariantCulture) >= 32, $"The text is {size}.");

            var faces = await Passing.ToAsync(visitor, "themas", "buurt");
            Assert.Equal(pictures == "plaatjes-on", await visitor.Page.Locator("fieldset svg.picture").CountAsync() >= 5);
            await (await Resident.AnswerAllAsync(faces)).SendAsync();
        });

    private static Task ChooseAsync(Visitor visitor, string choice)
    {
        var (name, value) = (choice.Split('-')[0], choice.Split('-')[1]);
        return visitor.Hands.ChooseAsync(visitor.Page.Locator($"input[name='{name}'][value='{value}']"));
    }
}
