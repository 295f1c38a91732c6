using Participatie.Journeys.Browsing;
using Participatie.Journeys.Looking;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>What the result page tells, once the worker has counted enough answers to hide everybody among the others.</summary>
public sealed class ResultTests(SiteUnderTest site, Chromium chromium) : Journey(site, chromium)
{
    private const int Residents = 30;

    [Fact]
    public Task Counted_answers_are_told_back() => WalkAsync(new Device { Script = false }, async visitor =>
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, Residents), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (resident, _) =>
        {
            using var client = new PlainClient(Site);
            await client.WalkAsync("themas", "zes-themas", resident);
        });

        for (var asked = 0; ; asked++)
        {
            using var client = new PlainClient(Site);
            var page = await client.OpenAsync("/raadpleging/themas/resultaat");
            if (page.QuerySelectorAll("table").Length > 3)
                break;
            Assert.True(asked < 80, $"The result page shows no numbers after 20 seconds: {page.Body!.TextContent}");
            await Task.Delay(250);
        }

        await visitor.OpenAsync("/raadpleging/themas/resultaat");
        Assert.Equal(200, visitor.Status);
        var tables = await visitor.Page.GetByRole(AriaRole.Table).CountAsync();
        Assert.True(tables > 2, $"{tables} tables can be read.");
        await AssertMarkedAsync();
        await visitor.OpenAsync("/raadpleging/themas/gegevens");
        Assert.Equal(200, visitor.Status);
        await visitor.OpenAsync("/gegevens");
        Assert.Equal(200, visitor.Status);
    });

    [Fact]
    public Task Before_closing_there_is_nothing_to_see() => WalkAsync(new Device { Language = "nl-simple" }, async visitor =>
    {
        await visitor.OpenAsync("/raadpleging/meepraten/resultaat");
        Assert.Equal(200, visitor.Status);
        Assert.Equal(0, await visitor.Page.GetByRole(AriaRole.Table).CountAsync());
    });

    /// <summary>
    /// What scrolls sideways on a small phone is a region that takes focus, and nothing else is; at the usual size no table has to.
    /// </summary>
    private Task AssertMarkedAsync() => WalkAsync(new Device { Width = Look.Narrow }, async visitor =>
    {
        await visitor.OpenAsync("/raadpleging/themas/resultaat");
        Assert.Equal("scrolling 0, wrongly marked 0", await visitor.Debugger.AskAsync(Marks("normal")));
        Assert.Matches("^scrolling [1-9][0-9]*, wrongly marked 0$", await visitor.Debugger.AskAsync(Marks("largest")));
        Assert.Equal("scrolling 0, wrongly marked 0", await visitor.Debugger.AskAsync(Marks("normal")));
    });

    private static string Marks(string size) => $$"""
        (async () => {
          document.documentElement.dataset.size = '{{size}}';
          await new Promise(later => setTimeout(later, 300));
          const places = [...document.querySelectorAll('.table-scroll')];
          const scrolls = place => place.scrollWidth > place.clientWidth;
          const isMarked = place => place.getAttribute('role') === 'region' && place.tabIndex === 0 && place.hasAttribute('aria-labelledby');
          return `scrolling ${places.filter(scrolls).length}, wrongly marked ${places.filter(place => scrolls(place) !== isMarked(place)).length}`;
        })()
        """;
}
