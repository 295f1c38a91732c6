using Participatie.Journeys.Browsing;
using Participatie.Journeys.Looking;
using Participatie.Journeys.Screens;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>
/// Two members of the council and somebody of the staff play a round: one member has nothing but a keyboard, the other no script, 320 pixels
/// and easy language. Then an overrule, and a round that nobody joined. On the way they come by every page of the desk.
/// </summary>
public sealed class ReviewTests(SiteUnderTest site, Chromium chromium) : Journey(site, chromium)
{
    private const string NeedsScript = "Dit kan alleen met JavaScript.";

    private static readonly string[] PagesOfMembers =
    [
        "/adviesraad", "/adviesraad/inloggen", "/adviesraad/-", "/adviesraad/-/ronde", "/adviesraad/-/melden", "/adviesraad/-/punt/-",
        "/adviesraad/-/advies", "/adviesraad/-/vergadering", "/adviesraad/-/sleutel", "/voorbeeld/-", "/voorbeeld/-/vraag/plan",
    ];

    private static readonly string[] PagesOfStaff =
    [
        "/beheer/raadpleging/-/adviesraad", "/beheer/raadpleging/-/adviesraad/-", "/beheer/raadpleging/-/adviesraad/-/opschrijven",
        "/beheer/raadpleging/-/adviesraad/punt/-", "/beheer/raadpleging/-/automatische-controle", "/beheer/meldingen", "/beheer/meldingen/-",
        "/beheer/raadpleging/-/meldingen",
        "/beheer/adviezen", "/beheer/adviezen/-", "/beheer/vergadering", "/beheer/toegankelijkheid/punten",
    ];

    private static readonly Device WithKeys = new() { KeyboardOnly = true };

    private static readonly Device WithoutScript = new() { Script = false, Width = Look.Narrow, Language = "nl-simple" };

    [Fact]
    public async Task A_round_from_findings_to_the_sign_off_an_overrule_and_one_that_nobody_joined()
    {
        // Of its own: what opens here stands on the home page that others look at. By a name, for the passkey; with mail, to ask for a link.
        await using var own = SiteUnderTest.Own("localhost", sendsMail: true);
        await own.InitializeAsync();
        await WalkAsync(WithKeys, own.Address, async visitor =>
        {
            var staff = new CouncilStaff(visitor);
            await staff.ComeInAsync(own);
            await staff.BeginAsync("buurthuis");
            await staff.AskAsync("buurthuis");
            var (ofBas, ofDia) = (await staff.InviteAsync("Bas"), await staff.InviteAsync("Iemand anders", ("Naam(hoeft niet)", "Dia")));
            await WalkAsync(WithKeys, own.Address, bas => WalkAsync(
                WithoutScript, own.Address, dia => PlayAsync(staff, visitor, bas, new CouncilMember(bas, ofBas), dia, ofDia)));

            await OverruleAsync(staff, visitor);
            await NobodyAsync(own, staff, visitor);
            await own.PublishStudyAsync();
            var statement = await staff.OpenAsync("/toegankelijkheid");
            Assert.Contains("De speeltuin is kapot.", await statement.TextAsync(), StringComparison.Ordinal);
            Assert.Equal("Onderzoek najaar", await (await staff.OpenAsync("/toegankelijkheid/onderzoek/1")).HeadingAsync());
        });
        AllPagesWereJudged();
    }

    /// <summary>Wide, narrow and in forced colours; what members see in easy Dutch as well.</summary>
    private static void AllPagesWereJudged()
    {
        foreach (var page in PagesOfStaff.Concat(PagesOfMembers))
        {
            var judged = Judged.Of(page);
            foreach (var language in PagesOfMembers.Contains(page, StringComparer.Ordinal) ? new[] { "nl", "nl-simple" } : ["nl"])
            {
                var looks = judged.Where(one => one.Language == language).Select(one => one.Look).ToList();
                Assert.True(looks.Exists(look => look.Width == Look.Wide), $"{page} was not judged wide in {language}");
                Assert.True(looks.Exists(look => look.Width == Look.Narrow), $"{page} was not judged narrow in {language}");
                Assert.True(looks.Exists(look => look.Colours == Colours.Forced), $"{page} was not judged in forced colours in {language}");
            }
        }
    }

    private static async Task PlayAsync(
        CouncilStaff staff, Visitor ofStaff, Visitor bas, CouncilMember first, Visitor dia, string ofDia)
    {
        var second = new CouncilMember(dia, ofDia);
        var (stuck, small) = (await first.StuckAsync(), await second.HalfWrittenAsync());
        await first.UsePasskeyAsync();
        await first.AdviseAsync();
        var code = await ReportAsync(dia);
        await staff.AnswerOthersAsync();
        await staff.WriteDownAsync(small);
        await FollowAsync(bas, code);

        await staff.AnswerAsync(stuck);
        await staff.AnswerAsync(small);
        await first.LookAgainAsync(stuck);
        await staff.OpenAsync("buurthuis", "openen");
        Assert.Equal(409, ofStaff.Status);
        await staff.AnswerAsync(stuck);
        await first.AgreeAsync(stuck);
        await second.AgreeAsync(small);
        await first.ApproveAsync();
        await staff.OpenConsultationAsync("buurthuis");
        var agreements = await staff.OpenAsync("/raadpleging/buurthuis/afspraken");
        Assert.DoesNotContain("Bas", await agreements.TextAsync(), StringComparison.Ordinal);

        await WithoutKeyAsync(dia, first.Link);
        await staff.TakeRoleAsync();
        Assert.Equal("U zit niet meer in de raad", await (await first.OpenAsync()).HeadingAsync());
        Assert.Equal(403, bas.Status);
        await DeskScreen.OpenAsync(dia, ofDia[..^4] + (ofDia.EndsWith("0000", StringComparison.Ordinal) ? "1111" : "0000"));
        Assert.Equal(410, dia.Status);
    }

    /// <summary>Whoever has no script gets a new link by mail, and no button that would do nothing; also with the link of somebody else.</summary>
    private static async Task WithoutKeyAsync(Visitor dia, string ofBas)
    {
        var start = await DeskScreen.OpenAsync(dia, "/adviesraad");
        var refused = await start.SendAsync("Stuur mij een link", ("Uw mailadres", "dia"));
        Assert.Equal(422, dia.Status);
        var asked = await refused.SendAsync("Stuur mij een link", ("Uw mailadres", "dia@raad.example"));
        Assert.Contains("Kennen wij dit adres?", await asked.TextAsync(), StringComparison.Ordinal);
        var signIn = await (await DeskScreen.OpenAsync(dia, "/adviesraad")).ToAsync("Kom binnen met uw sleutel");
        Assert.StartsWith(NeedsScript, await signIn.SaidWithoutScriptAsync(), StringComparison.Ordinal);
        Assert.False(await signIn.OffersAsync("Gebruik mijn sleutel"));

        var welcome = await DeskScreen.OpenAsync(dia, ofBas);
        Assert.Contains("Iemand gebruikte deze link al op", await welcome.TextAsync(), StringComparison.Ordinal);
        var make = await (await welcome.SendAsync("Kom binnen")).ToAsync("Maak een sleutel");
        Assert.StartsWith(NeedsScript, await make.SaidWithoutScriptAsync(), StringComparison.Ordinal);
        Assert.False(await make.OffersAsync("Maak een sleutel"));
        foreach (var address in (string[])["/advies", "/vergadering"])
            await DeskScreen.OpenAsync(dia, ofBas + address);
    }

    /// <summary>A visitor reports something about the website, with a number in it, and gets a code.</summary>
    private static async Task<string> ReportAsync(Visitor dia)
    {
        var refused = await (await DeskScreen.OpenAsync(dia, "/melding")).SendAsync("Verstuur");
        Assert.Equal(422, dia.Status);
        var asked = await refused.SendAsync("Verstuur", ("Wat ging er mis?", "De kaart is klein. Bel 06-12345678."));
        Assert.Equal(422, dia.Status);
        await asked.ChooseAsync("Ik verstuur het zo");
        var made = await asked.SendAsync("Verstuur");
        Assert.Equal("Wij hebben uw bericht", await made.HeadingAsync());
        var code = await dia.Page.Locator("main p.code").InnerTextAsync();
        var follow = await made.ToAsync("Lees wat wij doen met uw bericht");
        var wrong = await follow.SendAsync("Bekijk mijn bericht", ("Wat is de code van uw bericht?", "1234"));
        Assert.Equal(422, dia.Status);
        var found = await wrong.SendAsync("Bekijk mijn bericht", ("Wat is de code van uw bericht?", code));
        Assert.Contains("Wij geven antwoord op", await found.TextAsync(), StringComparison.Ordinal);
        return code;
    }

    private static async Task FollowAsync(Visitor bas, string code)
    {
        var found = await (await DeskScreen.OpenAsync(bas, "/melding/volgen")).SendAsync(
            "Bekijk mijn bericht", ("Wat is de code van uw bericht?", code));
        Assert.Contains("De kaart blijft zo.", await found.TextAsync(), StringComparison.Ordinal);
        var advices = await DeskScreen.OpenAsync(bas, "/adviezen");
        Assert.Contains("Advies 1", await advices.TextAsync(), StringComparison.Ordinal);
    }

    private static async Task OverruleAsync(CouncilStaff staff, Visitor visitor)
    {
        await staff.BeginAsync("speeltuin");
        var overrule = await staff.OpenAsync("speeltuin", "tekenen");
        await overrule.SendAsync("Sta toe", ("Reden, voor iedereen te lezen", "De speeltuin is kapot."));
        await (await staff.OpenConsultationAsync("speeltuin")).ToAsync("Meldingen over deze raadpleging");
        await staff.OpenAsync("/raadpleging/speeltuin/afspraken");
        var told = await new TextScreen(visitor).TextAsync();
        Assert.Contains("Lies van de provincie gaf toestemming.", told, StringComparison.Ordinal);
        Assert.Contains("De speeltuin is kapot.", told, StringComparison.Ordinal);
    }

    private static async Task NobodyAsync(SiteUnderTest own, CouncilStaff staff, Visitor visitor)
    {
        await staff.BeginAsync("fietspad");
        await staff.TakeCheckAsync("fietspad");
        var nobody = await staff.AskAsync("fietspad");
        await nobody.SendAsync("Bewaar het gesprek", ("Wat is er gezegd?", "Niemand kan deze maand."));
        await own.AgeReviewAsync("fietspad", days: 30);
        var late = await staff.OpenAsync("fietspad", "adviesraad/1");
        await late.SendAsync("Ga verder zonder de raad");
        await staff.OpenConsultationAsync("fietspad");
        await staff.OpenAsync("/raadpleging/fietspad/afspraken");
        Assert.Contains("De Adviesraad heeft dit nog niet bekeken", await new TextScreen(visitor).TextAsync(), StringComparison.Ordinal);
    }
}
