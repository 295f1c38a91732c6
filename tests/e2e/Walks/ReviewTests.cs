using System.Globalization;
using Participatie.Journeys.Browsing;
using Participatie.Journeys.Looking;
using Participatie.Journeys.Screens;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>
/// Two members of the council and somebody of the staff play a round: one member has nothing but a keyboard, the other no script, 320 pixels
/// and easy language. Then an overrule, and a round that nobody joined.
/// </summary>
public sealed class ReviewTests(SiteUnderTest site, Chromium chromium) : Journey(site, chromium)
{
    private const string Bar = "#adviesraad";

    private static readonly Device OfStaff = new() { KeyboardOnly = true };

    private static readonly Device WithKeys = new() { KeyboardOnly = true };

    private static readonly Device WithoutScript = new() { Script = false, Width = Look.Narrow, Language = "nl-simple" };

    [Fact]
    public async Task A_round_from_findings_to_the_sign_off_an_overrule_and_one_that_nobody_joined()
    {
        // Of its own: what opens here stands on the home page that others look at.
        await using var own = new SiteUnderTest();
        await own.InitializeAsync();
        await WalkAsync(OfStaff, own.Address, async staff =>
        {
            await ComeInAsync(own, staff);
            await BeginAsync(staff, "buurthuis");
            var round = await AskAsync(staff, "buurthuis");
            await round.ChooseAsync("Bas");
            var (ofBas, ofDia) = (await InviteAsync(round, staff), "");
            await new DeskScreen(staff).ChooseAsync("Iemand anders");
            ofDia = await InviteAsync(new DeskScreen(staff), staff, ("Naam(hoeft niet)", "Dia"));

            await WalkAsync(WithKeys, own.Address, bas => WalkAsync(WithoutScript, own.Address, async dia =>
            {
                var (first, second) = (await StuckAsync(bas, ofBas), await HalfWrittenAsync(dia, ofDia));
                await AnswerAsync(staff, first);
                await AnswerAsync(staff, second);
                await LookAgainAsync(bas, ofBas, first);
                await DeskScreen.OpenAsync(staff, "/beheer/raadpleging/buurthuis/openen");
                Assert.Equal(409, staff.Status);
                await AnswerAsync(staff, first);
                await AgreeAsync(bas, ofBas, first);
                await AgreeAsync(dia, ofDia, second);
                var signed = await (await DeskScreen.OpenAsync(bas, ofBas + "/ronde")).SendAsync("Ja, deze vragen mogen open");
                Assert.Contains("De raad keurde deze vragen goed.", await signed.TextAsync(), StringComparison.Ordinal);
            }));
            await OpenAsync(staff, "buurthuis");
            await DeskScreen.OpenAsync(staff, "/raadpleging/buurthuis/afspraken");
            Assert.DoesNotContain("Bas", await new TextScreen(staff).TextAsync(), StringComparison.Ordinal);

            await BeginAsync(staff, "speeltuin");
            var overrule = await DeskScreen.OpenAsync(staff, "/beheer/raadpleging/speeltuin/tekenen");
            await overrule.SendAsync("Sta toe", ("Reden, voor iedereen te lezen", "De speeltuin is kapot."));
            await OpenAsync(staff, "speeltuin");
            await DeskScreen.OpenAsync(staff, "/raadpleging/speeltuin/afspraken");
            var told = await new TextScreen(staff).TextAsync();
            Assert.Contains("Lies van de provincie gaf toestemming.", told, StringComparison.Ordinal);
            Assert.Contains("De speeltuin is kapot.", told, StringComparison.Ordinal);

            await BeginAsync(staff, "fietspad");
            var nobody = await AskAsync(staff, "fietspad");
            await nobody.SendAsync("Bewaar het gesprek", ("Wat is er gezegd?", "Niemand kan deze maand."));
            await own.AgeReviewAsync("fietspad", days: 30);
            var late = await DeskScreen.OpenAsync(staff, "/beheer/raadpleging/fietspad/adviesraad/1");
            await late.SendAsync("Ga verder zonder de raad");
            await OpenAsync(staff, "fietspad");
            await DeskScreen.OpenAsync(staff, "/raadpleging/fietspad/afspraken");
            Assert.Contains("De Adviesraad heeft dit nog niet bekeken", await new TextScreen(staff).TextAsync(), StringComparison.Ordinal);
        });
    }

    /// <summary>With the keyboard: cannot go on at the first question, and is back there with the focus in the bar.</summary>
    private static async Task<int> StuckAsync(Visitor bas, string link)
    {
        var welcome = await DeskScreen.OpenAsync(bas, link);
        await welcome.ChooseAsync("Ik gebruik geen muis");
        var round = await welcome.SendAsync("Kom binnen");
        await round.ToAsync("Bekijk de vragen");
        await Screen.Seen(bas).FollowAsync("Start met de vragen");
        var question = new Uri(bas.Page.Url).AbsolutePath;
        var report = await new DeskScreen(bas).ToAsync("Ik loop hier vast");
        var refused = await report.SendAsync("Bewaar", ("Wat gebeurt er?", "Ik hoor niet wat ik koos."));
        Assert.Equal(422, bas.Status);
        Assert.Single(await refused.ProblemsAsync());
        await refused.ChooseAsync("Ik kan niet verder");
        await refused.SendAsync("Bewaar");
        Assert.Equal(question, new Uri(bas.Page.Url).AbsolutePath);
        Assert.Equal("opgeschreven", await bas.Page.EvaluateAsync<string>("document.activeElement.id"));
        return await FindingAsync(bas, link);
    }

    /// <summary>Without a script: something goes well, something is begun, left, found again and finished.</summary>
    private static async Task<int> HalfWrittenAsync(Visitor dia, string link)
    {
        var round = await (await DeskScreen.OpenAsync(dia, link)).SendAsync("Kom binnen");
        await round.ToAsync("Bekijk de vragen");
        await Screen.Seen(dia).FollowAsync("Start met de vragen");
        await new DeskScreen(dia).SendAsync("Dit gaat goed");
        Assert.Contains("Wij hebben het bewaard.", await dia.Page.Locator(Bar).InnerTextAsync(), StringComparison.Ordinal);
        var report = await new DeskScreen(dia).ToAsync("Ik loop hier vast");
        var left = await report.SendAsync("Bewaar voor later", ("Wat gebeurt er?", "De letters zijn klein."));
        Assert.Contains("Dit is nog niet af", await left.TextAsync(), StringComparison.Ordinal);
        var begun = await left.ToAsync("Schrijf dit verder af: Is dit een goed plan?");
        await begun.ChooseAsync("Het is vervelend");
        await begun.SendAsync("Bewaar");
        Assert.Contains("Wij hebben het bewaard.", await dia.Page.Locator(Bar).InnerTextAsync(), StringComparison.Ordinal);
        return await FindingAsync(dia, link);
    }

    private static async Task<int> FindingAsync(Visitor member, string link)
    {
        var round = await DeskScreen.OpenAsync(member, link + "/ronde");
        Assert.DoesNotContain("Dit is nog niet af", await round.TextAsync(), StringComparison.Ordinal);
        var address = await member.Page.Locator("main a[href*='/punt/']").First.GetAttributeAsync("href");
        return int.Parse(address!.Split('/')[^1], CultureInfo.InvariantCulture);
    }

    private static async Task AnswerAsync(Visitor staff, int finding)
    {
        var page = await DeskScreen.OpenAsync(staff, $"/beheer/raadpleging/buurthuis/adviesraad/punt/{finding}");
        await page.ChooseAsync("Wij lossen het niet op");
        var answered = await page.SendAsync(
            "Geef antwoord", ("Uw antwoord aan het lid", "De knop staat er al."), ("Hetzelfde in makkelijke taal", "Er is een knop."));
        Assert.Contains("Het lid kijkt nog eens.", await answered.TextAsync(), StringComparison.Ordinal);
    }

    private static async Task LookAgainAsync(Visitor member, string link, int finding)
    {
        var page = await (await DeskScreen.OpenAsync(member, link + "/ronde")).ToAsync($"Kijk nog eens naar punt {finding}");
        var refused = await page.SendAsync("Ik loop nog vast");
        Assert.Equal(422, member.Status);
        var still = await refused.SendAsync("Ik loop nog vast", ("Wilt u er iets bij zeggen?", "Ik vind de knop niet."));
        Assert.Contains("Wij moeten nog antwoord geven.", await still.TextAsync(), StringComparison.Ordinal);
    }

    private static async Task AgreeAsync(Visitor member, string link, int finding)
    {
        var page = await DeskScreen.OpenAsync(member, $"{link}/punt/{finding}");
        Assert.Contains(
            member.Device.Language == "nl-simple" ? "Er is een knop." : "De knop staat er al.", await page.TextAsync(), StringComparison.Ordinal);
        var done = await page.SendAsync("Het is goed zo");
        Assert.Contains("Dit is klaar.", await done.TextAsync(), StringComparison.Ordinal);
    }

    /// <summary>An administrator, and an account of somebody of the council, who needs no password.</summary>
    private static async Task ComeInAsync(SiteUnderTest own, Visitor staff)
    {
        await Administrator.BeginAsync(own, staff, "Lies", "lies@drenthe.nl");
        var invite = await DeskScreen.OpenAsync(staff, "/beheer/accounts/uitnodigen");
        await invite.ChooseAsync("Meekijken als lid van de adviesraad");
        await invite.SendAsync("Uitnodiging maken", ("Naam", "Bas"), ("Mailadres", "bas@raad.example"));
    }

    private static async Task BeginAsync(Visitor staff, string slug)
    {
        var begin = await DeskScreen.OpenAsync(staff, "/beheer/raadpleging/nieuw");
        await begin.ChooseFileAsync("vragen.json", VillageQuestions.Document(slug, "Wat vindt u van dit plan?"));
        await begin.SendAsync("Begin");
        await (await DeskScreen.OpenAsync(staff, $"/beheer/raadpleging/{slug}/nakijken")).SendAsync("Vraag om beoordeling");
    }

    private static async Task<DeskScreen> AskAsync(Visitor staff, string slug) =>
        await (await DeskScreen.OpenAsync(staff, $"/beheer/raadpleging/{slug}/adviesraad")).SendAsync(
            "Vraag de ronde", ("Waar moet de raad op letten?", "De eerste vraag."));

    private static async Task<string> InviteAsync(DeskScreen round, Visitor staff, params (string Label, string Text)[] fields)
    {
        await round.SendAsync("Nodig uit", fields);
        return new Uri(await staff.Page.Locator("p.link code").InnerTextAsync()).AbsolutePath;
    }

    private static async Task OpenAsync(Visitor staff, string slug)
    {
        var open = await (await DeskScreen.OpenAsync(staff, $"/beheer/raadpleging/{slug}/openen")).SendAsync("Open nu");
        Assert.Contains("De raadpleging is open.", await open.TextAsync(), StringComparison.Ordinal);
    }
}
