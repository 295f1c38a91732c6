using Participatie.Journeys.Browsing;
using Participatie.Journeys.Screens;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>An administrator invites a colleague, who takes the account; then roles change, rights are looked at, and the account is blocked.</summary>
[Collection(SetupLinks)]
public sealed class AccountsTests(SiteUnderTest site, Chromium chromium) : Journey(site, chromium)
{
    /// <summary>Whoever uses a setup link ends all others: journeys that begin with one follow each other.</summary>
    public const string SetupLinks = "setup links";

    private const string Password = "paarse olifant eet kaas";

    [Theory]
    [InlineData(true, true, 1280)]
    [InlineData(false, false, 320)]
    public Task A_colleague_is_invited_works_and_is_blocked(bool keyboard, bool script, int width) =>
        WalkAsync(new Device { KeyboardOnly = keyboard, Script = script, Width = width }, async visitor =>
        {
            var (boss, mail, name) = ($"els.{width}@drenthe.nl", $"bas.{width}@drenthe.nl", $"Bas {width}");
            var begin = await DeskScreen.OpenAsync(visitor, await Site.SetupLinkAsync());
            var (desk, bossKey) = await TakeAsync(await begin.SendAsync(
                "Account maken", ("Naam", "Els"), ("Mailadres", boss), ("Wachtwoord", Password)));

            var invite = await (await desk.ToAsync("Accounts")).ToAsync("Iemand uitnodigen");
            var refused = await invite.SendAsync(
                "Uitnodiging maken", ("Naam", name), ("Mailadres", "bas"), ("Auteur van deze raadplegingen(hoeft niet)", "bestaat-niet"));
            Assert.Equal(422, visitor.Status);
            Assert.Equal(2, (await refused.ProblemsAsync()).Count);
            var made = await refused.SendAsync(
                "Uitnodiging maken", ("Mailadres", mail), ("Auteur van deze raadplegingen(hoeft niet)", "wonen"));
            Assert.Equal("Geef deze link door", await made.HeadingAsync());
            var link = new Uri(await visitor.Page.Locator("main .link code").InnerTextAsync()).AbsolutePath;
            Assert.Contains("uitgenodigd", await (await made.ToAsync("Naar het account")).TextAsync(), StringComparison.Ordinal);
            await made.SendAsync("Uitloggen");

            var welcome = await DeskScreen.OpenAsync(visitor, link);
            await welcome.SendAsync("Verder", ("Wachtwoord", "kort"));
            Assert.Equal(422, visitor.Status);
            var (own, _) = await TakeAsync(await welcome.SendAsync("Verder", ("Wachtwoord", Password)));
            Assert.Contains("Wonen in Drenthe", await own.TextAsync(), StringComparison.Ordinal);
            var account = await own.ToAsync("Uw account");
            await (await account.ToAsync("Toegangssleutels")).BackAsync();
            await (await account.ToAsync("App voor de tweede stap instellen")).BackAsync();
            var password = await account.ToAsync("Wachtwoord veranderen");
            await password.SendAsync("Wachtwoord bewaren", ("Uw wachtwoord van nu", "fout"), ("Nieuw wachtwoord", "groene zebra leest krant"));
            Assert.Equal(422, visitor.Status);
            await password.SendAsync(
                "Wachtwoord bewaren", ("Uw wachtwoord van nu", Password), ("Nieuw wachtwoord", "groene zebra leest krant"));
            await own.SendAsync("Uitloggen");
            await DeskScreen.OpenAsync(visitor, link);
            Assert.Equal(410, visitor.Status);
            await (await DeskScreen.OpenAsync(visitor, "/beheer/inloggen")).ToAsync("Wachtwoord vergeten");

            var step = await (await DeskScreen.OpenAsync(visitor, "/beheer/accounts")).SendAsync(
                "Verder", ("Mailadres", boss), ("Wachtwoord", Password));
            var list = await step.SendAsync("Inloggen", ("Code", AuthenticatorApp.CodeOf(bossKey, next: true)));
            var bas = await (await list.SendAsync("Zoek een account", ("Zoeken", mail))).ToAsync($"{name}, {mail}");
            await bas.SendAsync("Geef deze rollen", ("Analist van deze raadplegingen(hoeft niet)", "themas"));
            await bas.SendAsync("Rol weghalen: Auteur van Wonen in Drenthe: wat is nodig?");
            await bas.SendAsync("Account blokkeren");
            Assert.Contains("Toestand: geblokkeerd", await bas.TextAsync(), StringComparison.Ordinal);
            var sure = await bas.ToAsync("Account weghalen");
            Assert.Equal($"Het account van {name} weghalen?", await sure.HeadingAsync());
            await sure.ToAsync("Nee, het account blijft");
            var rights = await (await bas.ToAsync("Rechten")).SendAsync("Zoek een recht", ("Zoeken", mail));
            Assert.Contains("1 recht.", await rights.TextAsync(), StringComparison.Ordinal);
            await visitor.GoAsync(() => visitor.Hands.PressAsync(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Bevestigen" })));
            Assert.Contains("Laatst bekeken: ", await rights.TextAsync(), StringComparison.Ordinal);
            await rights.SendAsync("Uitloggen");
        });

    /// <summary>Sets up the second step after the password.</summary>
    private static async Task<(DeskScreen Desk, string Key)> TakeAsync(DeskScreen app)
    {
        var key = await app.KeyAsync();
        var codes = await app.SendAsync("Instellen", ("Code van zes cijfers", AuthenticatorApp.CodeOf(key)));
        return (await codes.ToAsync("Ik heb de codes bewaard"), key);
    }
}
