using Participatie.Journeys.Browsing;
using Participatie.Journeys.Looking;
using Participatie.Journeys.Screens;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>Somebody of the staff makes a passkey and signs in with it, on a device that the browser plays.</summary>
public sealed class PasskeyTests(SiteUnderTest site, Chromium chromium) : Journey(site, chromium)
{
    private const string Stopped = "U gebruikte geen toegangssleutel.";

    [Fact]
    public async Task A_passkey_is_made_and_used()
    {
        // By a name: a passkey is for none but that.
        await using var own = SiteUnderTest.Own("localhost");
        await own.InitializeAsync();
        await WalkAsync(new Device { KeyboardOnly = true }, own.Address, visitor => MakeAndUseAsync(own, visitor, signIns: 1));
        await WalkAsync(new Device { Width = Look.Narrow }, own.Address, visitor => MakeAndUseAsync(own, visitor, signIns: 2));
        await WalkAsync(new Device { Script = false, Width = Look.Narrow }, own.Address, async visitor =>
        {
            var signIn = await DeskScreen.OpenAsync(visitor, "/beheer/inloggen/sleutel");
            Assert.StartsWith("Een toegangssleutel werkt alleen met JavaScript.", await signIn.SaidWithoutScriptAsync(), StringComparison.Ordinal);
            Assert.False(await signIn.OffersAsync("Inloggen"));
        });
    }

    private static async Task MakeAndUseAsync(SiteUnderTest own, Visitor visitor, int signIns)
    {
        var device = await PasskeyDevice.AddAsync(visitor);
        var desk = await Administrator.BeginAsync(own, visitor, "Els", $"els.{signIns}@drenthe.nl");
        var keys = await (await desk.ToAsync("Uw account")).ToAsync("Toegangssleutels");
        var make = await keys.SendAsync("Verder", ("Naam van de sleutel", "Laptop"), ("Uw wachtwoord van nu", Administrator.Password));
        await device.PressInVainAsync("Toegangssleutel maken", Stopped);
        var made = await make.SendAsync("Toegangssleutel maken");
        Assert.Contains("Laptop", await made.TextAsync(), StringComparison.Ordinal);
        await made.SendAsync("Uitloggen");

        var signIn = await (await DeskScreen.OpenAsync(visitor, "/beheer/logboek")).ToAsync("Inloggen met een toegangssleutel");
        await device.PressInVainAsync("Inloggen", Stopped);
        var log = await signIn.SendAsync("Inloggen");
        Assert.Equal("Logboek", await log.HeadingAsync());
        Assert.Equal(signIns, (await log.TextAsync()).Split("Daarna: toegangssleutel").Length - 1);
    }
}
