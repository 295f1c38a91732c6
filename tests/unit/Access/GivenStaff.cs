using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;
using Participatie.Tests.Pages;
using Participatie.Web.Access;

namespace Participatie.Tests.Access;

/// <summary>Somebody of the staff with a browser and an app that makes codes.</summary>
internal sealed class GivenStaff(Site site, Resident? browser = null)
{
    public const string Password = "kano glijdt langs riet";
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public Resident Browser { get; private set; } = browser ?? site.NewResident();

    public string Mail { get; init; } = "anna@voorbeeld.nl";

    public byte[] Key { get; private set; } = [];

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>From a setup link to a signed-in administrator with a second step.</summary>
    public static async Task<GivenStaff> AdministratorAsync(Site site, string mail = "anna@voorbeeld.nl")
    {
        var staff = new GivenStaff(site) { Mail = mail };
        await staff.Browser.OpenAsync(await SetupAddressAsync(site));
        Assert.True(staff.Browser.Status == System.Net.HttpStatusCode.OK, staff.Browser.Page.DocumentElement.TextContent + site.Log.Text);
        await staff.Browser.Type("Naam", "Anna Velthuis").Type("Mailadres", mail).Type("Wachtwoord", Password).PressAsync("Account maken");
        await staff.SetUpAsync();
        await staff.Browser.FollowAsync("Ik heb de codes bewaard");
        return staff;
    }

    /// <summary>Somebody with these roles for a year and nothing else, signed in.</summary>
    public static async Task<GivenStaff> ColleagueAsync(Site site, string mail, params (StaffRole Role, string? Slug)[] roles)
    {
        await AccountAsync(site, mail, "Bas Collega", roles);
        var staff = new GivenStaff(site) { Mail = mail };
        await staff.PasswordAsync(staff.Browser);
        await staff.SetUpAsync();
        await staff.Browser.FollowAsync("Ik heb de codes bewaard");
        return staff;
    }

    /// <summary>An account that nobody signs in to.</summary>
    public static async Task<Guid> AccountAsync(Site site, string mail, string name, params (StaffRole Role, string? Slug)[] roles)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var account = new Account { Id = Guid.NewGuid(), Name = name, Email = mail, UserName = mail };
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, Password)).Succeeded);
        foreach (var (role, slug) in roles)
            await GrantAsync(site, account.Id, role, slug);
        return account.Id;
    }

    public static Task GrantAsync(Site site, Guid account, StaffRole role, string? slug) => site.The<GroupedWriter>().WriteAsync(
        async scope => await site.The<GrantRole>().GrantAsync(scope, new NewGrant
        {
            AccountId = account,
            Role = role,
            ConsultationId = slug is null ? RoleGrant.NoConsultation : site.The<Catalogue>().Demand(slug).ConsultationId,
            LastDay = site.The<GrantRole>().UsualLastDay,
            By = "proef",
            Network = "",
        }),
        TestContext.Current.CancellationToken);

    public static async Task<string> SetupAddressAsync(Site site) =>
        Participatie.Web.Addresses.Setup(await site.The<AccessLinks>().MakeSetupAsync(TestContext.Current.CancellationToken));

    public async Task SetUpAsync()
    {
        Key = KeyOf(Resident.Clean(Browser.Page.QuerySelector("main code")!));
        await Browser.Type("Code van zes cijfers", Code).PressAsync("Instellen");
        RecoveryCodes = [.. Browser.Page.QuerySelectorAll("main li code").Select(Resident.Clean)];
    }

    /// <summary>What the app shows now.</summary>
    public string Code => Totp.CodeOf(Key, Totp.StepAt(site.Clock.Now));

    /// <summary>The app shows the next code.</summary>
    public void WaitForNextCode() => site.Clock.Now += TimeSpan.FromSeconds(30);

    /// <summary>On another device, with the next code of the app.</summary>
    public async Task<Resident> SignInElsewhereAsync()
    {
        WaitForNextCode();
        var other = site.NewResident();
        await PasswordAsync(other);
        await other.Type("Code", Code).PressAsync("Inloggen");
        Browser = other;
        return other;
    }

    public async Task PasswordAsync(Resident browser, string address = "/beheer/inloggen", string password = Password)
    {
        await browser.OpenAsync(address);
        await browser.Type("Mailadres", Mail).Type("Wachtwoord", password).PressAsync("Verder");
    }

    private static byte[] KeyOf(string groups)
    {
        var (bits, value, bytes) = (0, 0, new List<byte>());
        foreach (var letter in groups.Replace(" ", "", StringComparison.Ordinal))
        {
            (value, bits) = (((value << 5) | Base32.IndexOf(letter, StringComparison.Ordinal)) & 0xFFFF, bits + 5);
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(value >> bits));
            }
        }

        return [.. bytes];
    }
}
