using Participatie.Journeys.Browsing;
using Participatie.Journeys.Screens;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>Somebody of the staff, up to the first page of the desk.</summary>
internal static class Administrator
{
    public const string Password = "paarse olifant eet kaas";

    /// <summary>By the link that the console prints.</summary>
    public static async Task<DeskScreen> BeginAsync(SiteUnderTest site, Visitor visitor, string name, string mail)
    {
        var begin = await DeskScreen.OpenAsync(visitor, await site.SetupLinkAsync());
        return await SetUpAsync(await begin.SendAsync("Account maken", ("Naam", name), ("Mailadres", mail), ("Wachtwoord", Password)));
    }

    /// <summary>The second step after the password.</summary>
    public static async Task<DeskScreen> SetUpAsync(DeskScreen app)
    {
        var codes = await app.SendAsync("Instellen", ("Code van zes cijfers", AuthenticatorApp.CodeOf(await app.KeyAsync())));
        return await codes.ToAsync("Ik heb de codes bewaard");
    }
}
