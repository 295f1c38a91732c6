using Participatie.Journeys.Browsing;
using Participatie.Journeys.Screens;
using Participatie.Journeys.Site;
using Participatie.Journeys.Walks;

namespace Participatie.Journeys.Looking;

/// <summary>
/// Every way of looking at a page is shown a page with that fault: an assertion that nothing can turn red proves nothing.
/// </summary>
public sealed class PlantedFaultTests(SiteUnderTest site, Chromium chromium) : Journey(site, chromium)
{
    [Theory]
    [InlineData(":focus-visible, .choice input:focus-visible + label { outline: none !important }", "has no outline")]
    [InlineData(":focus-visible, .choice input:focus-visible + label { outline-color: #fefefe !important }", "does not stand out")]
    [InlineData("body::after { content: \"\"; position: fixed; inset: 50% 0 0; background: black; z-index: 9 }", "lies under something")]
    [InlineData("button { position: absolute !important; left: -500px }", "lies outside the window")]
    [InlineData("h1 { inline-size: 600px; max-inline-size: none !important }", "scrolls sideways: ")]
    [InlineData("h1 { white-space: nowrap; font-size: 21px !important }", "scrolls sideways with spaced text")]
    [InlineData(".help { max-block-size: 1.2em; overflow: hidden }", "clips its text")]
    [InlineData("button { min-block-size: 0 !important; block-size: 30px; padding: 0 !important }", "targets: BUTTON")]
    [InlineData(".help { color: #999 !important }", "axe: color-contrast")]
    public Task A_fault_in_the_style_is_seen(string rule, string expected) =>
        SeeAsync(
            visitor => Passing.ToAsync(visitor, "themas", "buurt"),
            $"document.styleSheets[0].insertRule('{rule}', document.styleSheets[0].cssRules.length)",
            expected);

    [Theory]
    [InlineData("document.querySelector('legend').after(Object.assign(document.createElement('h1'), { textContent: 'Nog een' "
        + "}))", "headings: 2 headings")]
    [InlineData("document.querySelector('.buttons').after(Object.assign(document.createElement('h4'), { textContent: 'Diep' "
        + "}))", "headings: H4")]
    [InlineData("document.querySelector('.back').textContent = 'Klik hier'", "links: a link that only says")]
    [InlineData("document.querySelector('.back').textContent = 'Privacy'", "links: two links")]
    [InlineData("document.querySelector('.help').textContent = 'This is what you can do for the province of Drenthe'", "languages: ")]
    [InlineData("document.querySelector('main input').removeAttribute('id')", "fields: ")]
    [InlineData("document.querySelector('main input').type = 'email'", "fields: \"Heel blij\" has no autocomplete")]
    [InlineData("document.querySelector('main input').placeholder = 'Uw antwoord'", "placeholder")]
    [InlineData("document.querySelector('main button').setAttribute('style', 'color: red')", "content policy blocks")]
    [InlineData("const place = Object.assign(document.createElement('div'), { className: 'table-scroll' }); "
                                                + "place.append(Object.assign(document.createElement('td'), { textContent: 'w'.repeat(99) })); place.firstChild.style.whiteSpace = 'nowrap'; place.style.overflowWrap = 'normal'; document.querySelector('main').append(place)",
        "regions: DIV")]
    [InlineData("for (const time of [1, 2]) document.querySelector('main').append(Object.assign(document.createElement('table'), { "
        + "ariaLabel: 'Een' }))", "regions: two of table")]
    [InlineData("document.querySelector('fieldset').setAttribute('aria-describedby', 'weg')", "which is not there")]
    [InlineData("document.title = 'Fout: Vraag'", "a title of a fault without a summary")]
    [InlineData("document.querySelectorAll('a, input, button, summary').forEach(stop => stop.tabIndex = "
        + "-1)", "nothing on the page takes focus")]
    public Task A_fault_in_the_page_is_seen(string planted, string expected) =>
        SeeAsync(visitor => Passing.ToAsync(visitor, "themas", "buurt"), planted, expected);

    [Theory]
    [InlineData("document.querySelector('main input[type=text]').removeAttribute('aria-describedby')", "is not tied to its field")]
    [InlineData("document.querySelector('main input[type=text]').removeAttribute('aria-invalid')", "is not marked as invalid")]
    [InlineData("document.querySelector('.error').textContent = 'Fout'", "is not tied to its field")]
    [InlineData("document.querySelector('.error').hidden = true", "is not tied to its field")]
    [InlineData("document.querySelector('main input[type=text]').id = 'anders'", "which is not there")]
    [InlineData("document.querySelector('[role=alert] ul').remove()", "the summary leads nowhere")]
    [InlineData("document.querySelector('[role=alert] .title').remove()", "the summary has no title")]
    [InlineData("document.querySelector('[role=alert]').prepend(Object.assign(document.createElement('h2'), { textContent: 'Fout' "
        + "}))", "headings: H2")]
    [InlineData("const line = document.createElement('p'); line.append(Object.assign(document.createElement('a'), { href: '/hulp', "
        + "textContent: 'Help mij' })); document.querySelector('main').append(line)", "targets: A \"Help mij\"")]
    [InlineData("const menu = document.createElement('details'); menu.append(Object.assign(document.createElement('summary'), { "
        + "textContent: 'Hulp' })); document.querySelector('main').append(menu)", "links: a menu and a link")]
    [InlineData("document.querySelector('[role=alert]').remove()", "invalid without a summary")]
    [InlineData("document.title = 'Mijn antwoord'", "without \"Fout: \" in the title")]
    public Task A_fault_in_a_refusal_is_seen(string planted, string expected) =>
        SeeAsync(async visitor => await (await CodeScreen.OpenAsync(visitor, "/mijn-antwoord")).EnterAsync("1"), planted, expected);

    /// <summary>The second look at a page asks the engine only what a look changes, and everything when other elements are there.</summary>
    [Theory]
    [InlineData(
        "document.styleSheets[0].insertRule('@media (min-width: 1000px) { .help { color: #999 !important } }', "
            + "document.styleSheets[0].cssRules.length)",
        "1280 px, Light: axe: color-contrast")]
    [InlineData(
        "document.styleSheets[0].insertRule('@media (max-width: 999px) { .planted { display: none } }', "
            + "document.styleSheets[0].cssRules.length); "
            + "document.querySelector('main').append(Object.assign(new Image(9, 9), { className: 'planted', src: '/favicon.svg' }))",
        "1280 px, Light: axe: image-alt")]
    public Task A_fault_of_the_second_look_is_seen(string planted, string expected) => SeeAsync(
        visitor => Passing.ToAsync(visitor, "themas", "buurt"),
        planted,
        expected,
        new Look(Look.Narrow, Colours.Light),
        new Look(Look.Wide, Colours.Light));

    [Theory]
    [InlineData("new Image().src = 'http://127.0.0.2:9/pixel.png'")]
    [InlineData("document.body.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: "
        + "'http://127.0.0.2:9/letter.css' }))")]
    public Task A_stray_is_seen(string planted) => WalkAsync(new Device { Looks = [] }, async visitor =>
    {
        await visitor.OpenAsync("/hulp");
        await visitor.Debugger.AskAsync(planted + "; ''");
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            for (var asked = 0; asked < 20; asked++)
            {
                await Task.Delay(50);
                await visitor.LookAgainAsync();
            }
        });
    });

    [Fact]
    public Task Every_request_is_weighed() => WalkAsync(new Device { Looks = [] }, async visitor =>
    {
        var wire = await Wire.TapAsync(visitor);
        await visitor.OpenAsync("/hulp");
        var (requests, bytes) = (wire.Asked.Count, wire.Bytes);
        await visitor.Debugger.AskAsync("(async () => { await (await fetch('/privacy')).text(); return ''; })()");
        Assert.Equal(requests + 1, wire.Asked.Count);
        Assert.True(wire.Bytes > bytes + 500);
    });

    [Fact]
    public Task What_is_stored_is_found() => WalkAsync(new Device { Looks = [] }, async visitor =>
    {
        await visitor.OpenAsync("/hulp");
        await visitor.Debugger.AskAsync("localStorage.setItem('antwoord', 'ja')");
        Assert.Contains("antwoord", await visitor.StoredAsync(), StringComparison.Ordinal);
    });

    private Task SeeAsync(Func<Visitor, Task> come, string planted, string expected) =>
        SeeAsync(come, planted, expected, new Look(Look.Narrow, Colours.Light));

    private Task SeeAsync(Func<Visitor, Task> come, string planted, string expected, params Look[] looks) =>
        WalkAsync(new Device { Looks = [] }, async visitor =>
    {
        await come(visitor);
        await visitor.Debugger.AskAsync(planted + "; document.documentElement.dataset.planted = crypto.randomUUID(); ''");
        var seen = await Assert.ThrowsAsync<FaultyPageException>(() => visitor.LookAgainAsync(looks));
        Assert.Contains(expected, seen.Message, StringComparison.Ordinal);
    });
}
