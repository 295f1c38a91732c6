using Participatie.Journeys.Browsing;
using Participatie.Journeys.Looking;
using Participatie.Journeys.Screens;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>From the first answer to a decision that whoever answered finds: with nothing but a keyboard, and without script.</summary>
public sealed class DecisionTests(SiteUnderTest site, Chromium chromium) : Journey(site, chromium)
{
    /// <summary>As many as make a first look, and one more who comes by the front door.</summary>
    private const int Residents = 20;

    private static readonly Device OfResident = new() { KeyboardOnly = true, Script = false, Width = Look.Narrow, Language = "nl-simple" };

    private static readonly Device OfStaff = new() { KeyboardOnly = true, Script = false };

    [Fact]
    public async Task What_is_decided_after_closing_is_found_by_whoever_answered()
    {
        // Of its own: what closes here stands on the home page that others look at.
        await using var own = SiteUnderTest.Own();
        await own.InitializeAsync();
        for (var number = 0; number < Residents; number++)
        {
            using var resident = new PlainClient(own);
            await resident.WalkAsync("themas", "zes-themas", number);
        }

        var receipt = "";
        await WalkAsync(OfResident, own.Address, async visitor => receipt = await AnswerAsync(visitor));
        await own.SetApartAsync("themas");
        await WalkAsync(OfStaff, own.Address, async visitor =>
        {
            var desk = await ComeInAsync(own, visitor);
            await RequeueAsync(desk);
            await ReleaseAsync(visitor);
            var page = await DeskScreen.OpenAsync(visitor, "/beheer/raadpleging/themas");
            var sure = await (await page.ToAsync("Sluit de raadpleging")).SendAsync(
                "Verder", ("Reden, voor iedereen te lezen", "Iedereen heeft al geantwoord."));
            await sure.SendAsync("Ja, sluit nu");
            await DecideAsync(visitor, "geheel", "Veel mensen willen een bus.", "Wij laten meer bussen rijden.");
            await DecideAsync(visitor, "vraag/buurt", "Veel mensen zijn blij met hun buurt.", "Wij maken meer plekken om te zitten.");
        });
        await WalkAsync(OfResident, own.Address, async visitor =>
        {
            var later = await (await CodeScreen.OpenAsync(visitor, "/mijn-antwoord")).EnterAsync(receipt);
            Assert.Contains("Wij maken meer plekken om te zitten.", await later.TextAsync(), StringComparison.Ordinal);
            var result = await later.FollowAsync("Lees wat wij doen met alle antwoorden");
            Assert.Contains("Wij laten meer bussen rijden.", await result.TextAsync(), StringComparison.Ordinal);
            Assert.Contains("Veel mensen zijn blij met hun buurt.", await result.TextAsync(), StringComparison.Ordinal);
            await visitor.OpenAsync("/");
            Assert.Contains("Wij doen: Dit doen wij een beetje.", await new TextScreen(visitor).TextAsync(), StringComparison.Ordinal);
        });
    }

    /// <summary>From the home page to the code of the receipt.</summary>
    private static async Task<string> AnswerAsync(Visitor visitor)
    {
        await visitor.OpenAsync("/");
        await visitor.GoAsync(() => visitor.Hands.PressAsync(visitor.Page.Locator("main a.button[href='/raadpleging/themas']")));
        var check = await Resident.AnswerAllAsync(await new StartScreen(visitor).BeginAsync());
        return await (await check.SendAsync()).CodeAsync();
    }

    /// <summary>An administrator, who is analyst too.</summary>
    private static async Task<DeskScreen> ComeInAsync(SiteUnderTest own, Visitor visitor)
    {
        const string mail = "lies@drenthe.nl";
        var desk = await Administrator.BeginAsync(own, visitor, "Lies", mail);
        var account = await (await desk.ToAsync("Accounts")).ToAsync($"Lies, {mail}");
        await account.SendAsync("Geef deze rollen", ("Analist van deze raadplegingen(hoeft niet)", "themas"));
        return await DeskScreen.OpenAsync(visitor, "/beheer");
    }

    private static async Task RequeueAsync(DeskScreen desk)
    {
        Assert.Contains("Wat vraagt uw aandacht?", await desk.TextAsync(), StringComparison.Ordinal);
        var queue = await desk.ToAsync("Wachtrij");
        Assert.Contains("1 reactie kon niet worden geteld.", await queue.TextAsync(), StringComparison.Ordinal);
        var nothing = await queue.SendAsync("Probeer de gekozen reacties opnieuw");
        Assert.Single(await nothing.ProblemsAsync());
        await desk.Visitor.Hands.ChooseAsync(desk.Visitor.Page.GetByRole(AriaRole.Checkbox));
        var done = await nothing.SendAsync("Probeer de gekozen reacties opnieuw");
        Assert.Contains("1 reactie wordt opnieuw geteld.", await done.TextAsync(), StringComparison.Ordinal);
    }

    private static async Task ReleaseAsync(Visitor visitor)
    {
        await DeskScreen.OpenAsync(visitor, "/beheer/raadpleging/themas/antwoorden");
        var list = await DeskScreen.OpenAsync(visitor, "/beheer/raadpleging/themas/antwoorden/missen");
        var nothing = await list.SendAsync("Maak openbaar");
        Assert.Single(await nothing.ProblemsAsync());
        await nothing.ChooseAsync("Antwoord 1");
        var released = await nothing.SendAsync("Maak openbaar");
        Assert.Contains("1 antwoord staat nu op de uitslag.", await released.TextAsync(), StringComparison.Ordinal);
    }

    private static async Task DecideAsync(Visitor visitor, string about, string heard, string why)
    {
        var decision = await DeskScreen.OpenAsync(visitor, $"/beheer/raadpleging/themas/besluiten/{about}");
        var refused = await decision.SendAsync("Zet dit op de uitslag", ("Wat hoorden wij?", heard));
        Assert.Equal(3, (await refused.ProblemsAsync()).Count);
        await refused.ChooseAsync("Dit doen wij voor een deel.");
        await refused.SendAsync("Zet dit op de uitslag", ("Ons besluit met uitleg", why), ("Wie beslist?", "Provinciale Staten"));
        Assert.Equal(200, visitor.Status);
    }
}
