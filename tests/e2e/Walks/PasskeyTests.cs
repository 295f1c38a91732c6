using Participatie.Journeys.Browsing;
using Participatie.Journeys.Screens;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>Somebody of the staff makes a passkey and signs in with it, on a device that the browser plays.</summary>
public sealed class PasskeyTests(SiteUnderTest site, Chromium chromium) : Journey(site, chromium)
{
    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 320)]
    public async Task A_passkey_is_made_and_used(bool keyboard, int width)
    {
        await using var own = new SiteUnderTest { Host = "localhost" };
        await own.InitializeAsync();
        await WalkAsync(new Device { KeyboardOnly = keyboard, Width = width }, own.Address, async visitor =>
        {
            var device = await AddDeviceAsync(visitor);
            var desk = await Administrator.BeginAsync(own, visitor, "Els", $"els.{Guid.NewGuid():N}@drenthe.nl");
            var keys = await (await desk.ToAsync("Uw account")).ToAsync("Toegangssleutels");
            var make = await keys.SendAsync("Verder", ("Naam van de sleutel", "Laptop"), ("Uw wachtwoord van nu", Administrator.Password));
            await UnlockAsync(visitor, device, isUnlocked: false);
            await PressInVainAsync(visitor, "Toegangssleutel maken");
            await UnlockAsync(visitor, device, isUnlocked: true);
            var made = await make.SendAsync("Toegangssleutel maken");
            Assert.Contains("Laptop", await made.TextAsync(), StringComparison.Ordinal);
            await made.SendAsync("Uitloggen");

            var signIn = await (await DeskScreen.OpenAsync(visitor, "/beheer/logboek")).ToAsync("Inloggen met een toegangssleutel");
            await UnlockAsync(visitor, device, isUnlocked: false);
            await PressInVainAsync(visitor, "Inloggen");
            await UnlockAsync(visitor, device, isUnlocked: true);
            var log = await signIn.SendAsync("Inloggen");
            Assert.Equal("Logboek", await log.HeadingAsync());
            Assert.Contains("Daarna: toegangssleutel", await log.TextAsync(), StringComparison.Ordinal);
        });
    }

    /// <summary>Whoever sits there does not unlock the device: the page stays and says so.</summary>
    private static async Task PressInVainAsync(Visitor visitor, string button)
    {
        await visitor.Hands.PressAsync(visitor.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));
        await visitor.Page.GetByText("U gebruikte geen toegangssleutel.").WaitForAsync();
        await visitor.LookAgainAsync();
    }

    private static async Task<string> AddDeviceAsync(Visitor visitor)
    {
        await visitor.Debugger.Session.SendAsync("WebAuthn.enable");
        var added = await SendAsync(visitor, "addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return added!.Value.GetProperty("authenticatorId").GetString()!;
    }

    private static Task<System.Text.Json.JsonElement?> UnlockAsync(Visitor visitor, string device, bool isUnlocked) => SendAsync(
        visitor, "setUserVerified", new() { ["authenticatorId"] = device, ["isUserVerified"] = isUnlocked });

    private static Task<System.Text.Json.JsonElement?> SendAsync(Visitor visitor, string what, Dictionary<string, object> values) =>
        visitor.Debugger.Session.SendAsync("WebAuthn." + what, values);
}
