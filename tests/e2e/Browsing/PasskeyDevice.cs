using System.Text.Json;

namespace Participatie.Journeys.Browsing;

/// <summary>A device that keeps passkeys, played by the browser. Whether it is unlocked for one is what whoever sits there does.</summary>
internal sealed class PasskeyDevice
{
    private readonly Visitor _visitor;
    private readonly string _id;

    private PasskeyDevice(Visitor visitor, string id) => (_visitor, _id) = (visitor, id);

    public static async Task<PasskeyDevice> AddAsync(Visitor visitor)
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
        return new PasskeyDevice(visitor, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>Whoever sits there does not unlock the device: the page stays and says so. The next time they do.</summary>
    public async Task PressInVainAsync(string button, string said)
    {
        await UnlockAsync(isUnlocked: false);
        await _visitor.Hands.PressAsync(_visitor.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));
        await _visitor.Page.GetByText(said).WaitForAsync();
        await _visitor.LookAgainAsync();
        await UnlockAsync(isUnlocked: true);
    }

    private Task<JsonElement?> UnlockAsync(bool isUnlocked) =>
        SendAsync(_visitor, "setUserVerified", new() { ["authenticatorId"] = _id, ["isUserVerified"] = isUnlocked });

    private static Task<JsonElement?> SendAsync(Visitor visitor, string what, Dictionary<string, object> values) =>
        visitor.Debugger.Session.SendAsync("WebAuthn." + what, values);
}
