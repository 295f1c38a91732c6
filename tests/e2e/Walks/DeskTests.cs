using System.Text.RegularExpressions;
using Participatie.Journeys.Browsing;
using Participatie.Journeys.Screens;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>Somebody of the staff makes the first account with the link of the console, looks round, leaves, and comes back.</summary>
[Collection(AccountsTests.SetupLinks)]
public sealed partial class DeskTests(SiteUnderTest site, Chromium chromium) : Journey(site, chromium)
{
    private const string Password = "paarse olifant eet kaas";

    /// <summary>Pages that no other walk comes by: each is judged as it opens.</summary>
    private static readonly (string Address, string Heading)[] Others =
    [
        ("/beheer/rechten", "Rechten"),
        ("/beheer/instellingen", "Instellingen van mail en inloggen"),
        ("/beheer/proef", "Proef"),
        ("/beheer/wachtrij", "Wachtrij"),
        ("/beheer/accounts", "Accounts"),
        ("/beheer/toegankelijkheid", "Onderzoek naar toegankelijkheid"),
        ("/beheer/toegankelijkheid/criteria", "Alle regels in gewone taal"),
        ("/beheer/toegankelijkheid/verklaring", "Verklaring over toegankelijkheid"),
        ("/beheer/toegankelijkheid/verklaring/velden", "Alle velden voor het formulier van de overheid"),
        ("/beheer/toegankelijkheid/verklaring/fout/1", "Bekende fout"),
        ("/beheer/raadpleging/wonen/verloop", "Zo loopt het"),
        ("/beheer/raadpleging/wonen/bestanden", "Bestanden"),
        ("/beheer/raadpleging/wonen/automatische-controle", "Controle door een computer"),
        ("/beheer/raadpleging/wonen/intrekken", "Trek de raadpleging in"),
    ];

    [Theory]
    [InlineData(true, true, 1280)]
    [InlineData(false, false, 320)]
    public Task An_administrator_comes_in_and_comes_back(bool keyboard, bool script, int width) =>
        WalkAsync(new Device { KeyboardOnly = keyboard, Script = script, Width = width }, async visitor =>
        {
            var mail = $"anna.{width}@drenthe.nl";
            var link = await Site.SetupLinkAsync();
            var begin = await DeskScreen.OpenAsync(visitor, link);
            var refused = await begin.SendAsync("Account maken", ("Naam", "Anna"), ("Mailadres", "anna"), ("Wachtwoord", "kort"));
            Assert.Equal(422, visitor.Status);
            Assert.Equal(2, (await refused.ProblemsAsync()).Count);
            var app = await refused.SendAsync("Account maken", ("Mailadres", mail), ("Wachtwoord", Password));
            var key = await app.KeyAsync();
            var wrong = await app.SendAsync("Instellen", ("Code van zes cijfers", "geen"));
            Assert.Equal(422, visitor.Status);
            Assert.Equal(key, await wrong.KeyAsync());
            var codes = await wrong.SendAsync("Instellen", ("Code van zes cijfers", AuthenticatorApp.CodeOf(key)));
            Assert.Equal("Herstelcodes", await codes.HeadingAsync());
            var desk = await codes.ToAsync("Ik heb de codes bewaard");
            Assert.Equal("Raadplegingen", await desk.HeadingAsync());
            Assert.Contains("Wonen in Drenthe", await desk.TextAsync(), StringComparison.Ordinal);
            var told = await DeskScreen.OpenAsync(visitor, "/beheer/raadpleging/wonen/besluiten");
            var decision = await told.ToAsync("Over de hele raadpleging");
            var saved = await decision.SendAsync("Bewaar als concept", ("Wat hoorden wij?", "Veel mensen willen kleiner wonen."));
            Assert.Contains("Dit concept is bewaard", await saved.TextAsync(), StringComparison.Ordinal);
            foreach (var (address, heading) in Others)
                Assert.Equal(heading, await (await DeskScreen.OpenAsync(visitor, address)).HeadingAsync());
            await FollowAsync(visitor);
            await StudyAsync(visitor, width);
            var log = await (await new DeskScreen(visitor).ToAsync("Uw account")).ToAsync("Logboek");
            Assert.Contains("Het logboek is heel.", await log.TextAsync(), StringComparison.Ordinal);
            await log.SendAsync("Uitloggen");

            var back = await DeskScreen.OpenAsync(visitor, "/beheer/logboek");
            Assert.Equal("Inloggen", await back.HeadingAsync());
            var unknown = await back.SendAsync("Verder", ("Mailadres", mail), ("Wachtwoord", "iets heel anders"));
            Assert.Equal(422, visitor.Status);
            var step = await unknown.SendAsync("Verder", ("Wachtwoord", Password));
            var again = await step.SendAsync("Inloggen", ("Code", AuthenticatorApp.CodeOf(key, next: true)));
            Assert.Equal("Logboek", await again.HeadingAsync());
            Assert.Contains("geweigerd", await again.TextAsync(), StringComparison.Ordinal);

            await DeskScreen.OpenAsync(visitor, link);
            Assert.Equal(410, visitor.Status);
        });

    /// <summary>Who takes part, with groups to look at; and the figures that this is held against.</summary>
    private static async Task FollowAsync(Visitor visitor)
    {
        var trials = await DeskScreen.OpenAsync(visitor, "/beheer/proef");
        await trials.ChooseAsync("Wonen in Drenthe: wat is nodig?");
        var made = await trials.SendAsync("Proef maken", ("Hoeveel verzonnen reacties wilt u?", "400"));
        var slug = TrialName().Match(await made.TextAsync()).Value;
        // The worker may have some left to count.
        var address = $"/beheer/raadpleging/{slug}/verloop";
        for (var wait = 0; wait < 300 && !(await visitor.TextOfAsync(address)).Contains("Zo stond het na", StringComparison.Ordinal); wait++)
            await Task.Delay(200);
        var follow = await DeskScreen.OpenAsync(visitor, address);
        Assert.Contains("In welke taal deden mensen mee?", await follow.TextAsync(), StringComparison.Ordinal);
        var yes = await follow.SendAsync("Ja, gebruik deze oude cijfers");
        Assert.Contains("Ze mogen toch in de samenvatting.", await yes.TextAsync(), StringComparison.Ordinal);
        var figures = await yes.ToAsync("Inwoners van Drenthe");
        await figures.ChooseFileAsync("cijfers.csv", "\"Regio's\";\"Perioden\";\"Bevolking\"\n\"Assen\";\"2024\";\"69000\"");
        var refused = await figures.SendAsync("Bekijk het bestand", ("Bron", "CBS"));
        Assert.Equal(422, visitor.Status);
        Assert.Contains("Deze missen: ", Assert.Single(await refused.ProblemsAsync()), StringComparison.Ordinal);
        string[] places =
        [
            "Aa en Hunze", "Assen", "Borger-Odoorn", "Coevorden", "De Wolden", "Emmen", "Hoogeveen", "Meppel", "Midden-Drenthe",
            "Noordenveld", "Tynaarlo", "Westerveld",
        ];
        await refused.ChooseFileAsync(
            "cijfers.csv",
            "\"Regio's\";\"Perioden\";\"Bevolking\"\n"
                + string.Join('\n', places.Select((place, at) => $"\"{place}\";\"2024\";\"{30_000 + at}\"")));
        var shown = await refused.SendAsync("Bekijk het bestand", ("Bron", "CBS"));
        Assert.Contains("30.005", await shown.TextAsync(), StringComparison.Ordinal);
        var used = await shown.SendAsync("Gebruik deze cijfers");
        Assert.Contains("Dit zijn cijfers over 2024.", await used.TextAsync(), StringComparison.Ordinal);
        var back = await used.SendAsync("Haal deze cijfers terug");
        Assert.Contains("Dit zijn cijfers over 2014.", await back.TextAsync(), StringComparison.Ordinal);
    }

    [GeneratedRegex("proef-[0-9a-z-]*[0-9a-z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TrialName();

    /// <summary>A study is begun, gets its sample and a verdict, and is looked at; what it lacks is said.</summary>
    private static async Task StudyAsync(Visitor visitor, int width)
    {
        var begun = await DeskScreen.OpenAsync(visitor, "/beheer/toegankelijkheid/onderzoek/nieuw");
        var refused = await begun.SendAsync("Begin het onderzoek");
        Assert.Equal(422, visitor.Status);
        var study = await refused.SendAsync("Begin het onderzoek", ("Naam van het onderzoek", $"Onderzoek {width}"));
        Assert.Equal($"Onderzoek {width}", await study.HeadingAsync());
        var sample = await study.ToAsync("Steekproef: 0 pagina's");
        var filled = await sample.SendAsync("Vul aan met een voorstel");
        Assert.Contains("door het lot gekozen", await filled.TextAsync(), StringComparison.Ordinal);
        var back = await filled.ToAsync("Terug");
        var criterion = await back.ToAsync("1.1.1 Niet-tekstuele content: niet onderzocht");
        await criterion.ChooseAsync("voldoet niet");
        var unexplained = await criterion.SendAsync("Bewaar en ga naar de volgende regel");
        Assert.Equal(422, visitor.Status);
        var next = await unexplained.SendAsync("Bewaar en ga naar de volgende regel", ("Uitleg bij het oordeel", "Het plaatje heeft geen tekst."));
        Assert.Equal("1.2.1 Louter-geluid en louter-videobeeld (vooraf opgenomen)", await next.HeadingAsync());
        var overview = await next.ToAsync("Terug");
        var unready = await overview.SendAsync("Maak het verslag openbaar");
        Assert.Equal(422, visitor.Status);
        var details = await unready.ToAsync("Over het onderzoek");
        var saved = await details.SendAsync("Bewaar", ("Onderzoeker", "Stichting Kijk"));
        var report = await saved.ToAsync("Bekijk het verslag zoals het nu is");
        Assert.Contains("Het plaatje heeft geen tekst.", await report.TextAsync(), StringComparison.Ordinal);
    }
}
