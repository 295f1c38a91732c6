using System.Globalization;
using Participatie.Journeys.Browsing;
using Participatie.Journeys.Screens;

namespace Participatie.Journeys.Walks;

/// <summary>Somebody who looks at a round by a personal link.</summary>
internal sealed class CouncilMember(Visitor visitor, string link)
{
    private const string Bar = "#adviesraad";
    private const string Kept = "Wij hebben het bewaard.";

    public string Link => link;

    public Task<DeskScreen> OpenAsync(string address = "") => DeskScreen.OpenAsync(visitor, link + address);

    /// <summary>Cannot go on at the first question, and is back there with the focus in the bar.</summary>
    public async Task<int> StuckAsync()
    {
        var welcome = await OpenAsync();
        await welcome.ChooseAsync("Ik gebruik geen muis");
        var round = await welcome.SendAsync("Kom binnen");
        await round.ToAsync("Bekijk de vragen");
        await Screen.Seen(visitor).FollowAsync("Start met de vragen");
        var question = new Uri(visitor.Page.Url).AbsolutePath;
        var report = await new DeskScreen(visitor).ToAsync("Ik loop hier vast");
        var refused = await report.SendAsync("Bewaar", ("Wat gebeurt er?", "Ik hoor niet wat ik koos."));
        Assert.Equal(422, visitor.Status);
        Assert.Single(await refused.ProblemsAsync());
        await refused.ChooseAsync("Ik kan niet verder");
        await refused.SendAsync("Bewaar");
        Assert.Equal(question, new Uri(visitor.Page.Url).AbsolutePath);
        Assert.Equal("opgeschreven", await visitor.Page.EvaluateAsync<string>("document.activeElement.id"));
        return await FindingAsync();
    }

    /// <summary>Something goes well; something else is begun, left, found again and finished.</summary>
    public async Task<int> HalfWrittenAsync()
    {
        var round = await (await OpenAsync()).SendAsync("Kom binnen");
        await round.ToAsync("Bekijk de vragen");
        await Screen.Seen(visitor).FollowAsync("Start met de vragen");
        await new DeskScreen(visitor).SendAsync("Dit gaat goed");
        Assert.Contains(Kept, await visitor.Page.Locator(Bar).InnerTextAsync(), StringComparison.Ordinal);
        var report = await new DeskScreen(visitor).ToAsync("Ik loop hier vast");
        var left = await report.SendAsync("Bewaar voor later", ("Wat gebeurt er?", "De letters zijn klein."));
        Assert.Contains("Dit is nog niet af", await left.TextAsync(), StringComparison.Ordinal);
        var begun = await left.ToAsync("Schrijf dit verder af: Is dit een goed plan?");
        await begun.ChooseAsync("Het is vervelend");
        await begun.SendAsync("Bewaar");
        Assert.Contains(Kept, await visitor.Page.Locator(Bar).InnerTextAsync(), StringComparison.Ordinal);
        return await FindingAsync();
    }

    public async Task LookAgainAsync(int finding)
    {
        var page = await (await OpenAsync("/ronde")).ToAsync($"Kijk nog eens naar punt {finding}");
        var refused = await page.SendAsync("Ik loop nog vast");
        Assert.Equal(422, visitor.Status);
        var still = await refused.SendAsync("Ik loop nog vast", ("Wilt u er iets bij zeggen?", "Ik vind de knop niet."));
        Assert.Contains("Wij moeten nog antwoord geven.", await still.TextAsync(), StringComparison.Ordinal);
    }

    public async Task AgreeAsync(int finding)
    {
        var page = await OpenAsync($"/punt/{finding}");
        Assert.Contains(
            visitor.Device.Language == "nl-simple" ? "Er is een knop." : "De knop staat er al.", await page.TextAsync(), StringComparison.Ordinal);
        var done = await page.SendAsync("Het is goed zo");
        Assert.Contains("Dit is klaar.", await done.TextAsync(), StringComparison.Ordinal);
    }

    public async Task ApproveAsync()
    {
        var signed = await (await OpenAsync("/ronde")).SendAsync("Ja, deze vragen mogen open");
        Assert.Contains("De raad keurde deze vragen goed.", await signed.TextAsync(), StringComparison.Ordinal);
    }

    /// <summary>Makes a passkey, comes in with it, and has all rounds on one page.</summary>
    public async Task UsePasskeyAsync()
    {
        const string Stopped = "Dat lukte niet. Probeer het nog eens.";
        var device = await PasskeyDevice.AddAsync(visitor);
        var make = await (await OpenAsync("/ronde")).ToAsync("Maak een sleutel");
        await device.PressInVainAsync("Maak een sleutel", Stopped);
        var made = await make.SendAsync("Maak een sleutel");
        Assert.Contains("U hebt een sleutel.", await made.TextAsync(), StringComparison.Ordinal);
        var signIn = await made.ToAsync("Ga naar al uw rondes");
        await device.PressInVainAsync("Gebruik mijn sleutel", Stopped);
        var rounds = await signIn.SendAsync("Gebruik mijn sleutel");
        Assert.Equal("Al uw rondes", await rounds.HeadingAsync());
        var welcome = await rounds.SendAsync($"Ga naar deze ronde: {CouncilStaff.TitleOf("buurthuis")}");
        Assert.Equal("Welkom Bas", await welcome.HeadingAsync());
        var outside = await (await DeskScreen.OpenAsync(visitor, "/adviesraad")).SendAsync("Uitloggen");
        Assert.Equal("Adviesraad", await outside.HeadingAsync());
    }

    public async Task AdviseAsync()
    {
        var refused = await (await OpenAsync("/advies")).SendAsync("Geef dit advies");
        Assert.Equal(422, visitor.Status);
        await refused.ChooseAsync("Over deze vragen");
        await refused.ChooseAsync("Nee");
        var given = await refused.SendAsync("Geef dit advies", ("Wat raadt u ons aan?", "Vraag minder."));
        Assert.Contains("Vraag minder.", await given.TextAsync(), StringComparison.Ordinal);
        var meeting = await given.ToAsync("Voor de vergadering");
        Assert.Contains("Vraag minder.", await meeting.TextAsync(), StringComparison.Ordinal);
    }

    private async Task<int> FindingAsync()
    {
        var round = await OpenAsync("/ronde");
        Assert.DoesNotContain("Dit is nog niet af", await round.TextAsync(), StringComparison.Ordinal);
        var address = await visitor.Page.Locator("main a[href*='/punt/']").First.GetAttributeAsync("href");
        return int.Parse(address!.Split('/')[^1], CultureInfo.InvariantCulture);
    }
}
