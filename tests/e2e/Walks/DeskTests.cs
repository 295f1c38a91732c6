using Participatie.Journeys.Browsing;
using Participatie.Journeys.Screens;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>Somebody of the staff makes the first account with the link of the console, looks round, leaves, and comes back.</summary>
[Collection(AccountsTests.SetupLinks)]
public sealed class DeskTests(SiteUnderTest site, Chromium chromium) : Journey(site, chromium)
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
}
