using System.Net;
using Participatie.Tests.Pages;
using Participatie.Web.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Participatie.Tests.Access;

/// <summary>The first start: a link on the console, an account, a second step.</summary>
public sealed class SetupTests : IAsyncDisposable
{
    private readonly Site _site = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task The_console_gives_a_link_until_there_is_an_account()
    {
        var console = _site.Services.GetServices<IHostedService>().OfType<AnnounceSetup>().Single();
        var line = await console.SayAsync(Stop);
        var address = line![line!.IndexOf("/beheer", StringComparison.Ordinal)..];
        var browser = _site.NewResident();
        await browser.OpenAsync(address);
        Assert.Equal((HttpStatusCode.OK, "Maak het eerste account"), (browser.Status, browser.Heading));
        Assert.Equal("no-referrer", browser.Headers.GetValues("Referrer-Policy").Single());

        await GivenStaff.AdministratorAsync(_site);
        Assert.Null(await console.SayAsync(Stop));
        // Who began leaves no second way in.
        await browser.OpenAsync(address);
        Assert.Equal(HttpStatusCode.Gone, browser.Status);
    }

    [Fact]
    public async Task A_newcomer_signs_in_and_has_something_to_look_at()
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        Assert.Equal((HttpStatusCode.OK, "/beheer", "Raadplegingen"), (staff.Browser.Status, staff.Browser.Address, staff.Browser.Heading));
        Assert.Contains("De raadpleging is open.", staff.Browser.Words, StringComparison.Ordinal);
        Assert.Contains("0 reacties", staff.Browser.Words, StringComparison.Ordinal);
        Assert.Equal(SecondStep.RecoveryCodes, staff.RecoveryCodes.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_link_works_once()
    {
        var address = await GivenStaff.SetupAddressAsync(_site);
        var (first, second) = (_site.NewResident(), _site.NewResident());
        await first.OpenAsync(address);
        await second.OpenAsync(address);
        await first.Type("Naam", "Anna").Type("Mailadres", "anna@voorbeeld.nl").Type("Wachtwoord", GivenStaff.Password)
            .PressAsync("Account maken");
        await second.Type("Naam", "Bas").Type("Mailadres", "bas@voorbeeld.nl").Type("Wachtwoord", GivenStaff.Password)
            .PressAsync("Account maken");
        Assert.Equal("/beheer/inloggen/instellen", first.Address);
        Assert.Equal((HttpStatusCode.Gone, "Deze link werkt niet meer"), (second.Status, second.Heading));
        Assert.Contains("setup-link", second.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_ends_after_an_hour()
    {
        var address = await GivenStaff.SetupAddressAsync(_site);
        var browser = _site.NewResident();
        await browser.OpenAsync(address);
        _site.Clock.Now += TimeSpan.FromMinutes(61);
        await browser.Type("Naam", "Anna").Type("Mailadres", "anna@voorbeeld.nl").Type("Wachtwoord", GivenStaff.Password)
            .PressAsync("Account maken");
        Assert.Equal(HttpStatusCode.Gone, browser.Status);
        await browser.OpenAsync(address);
        Assert.Equal(HttpStatusCode.Gone, browser.Status);
    }

    [Theory]
    [InlineData("", "anna@voorbeeld.nl", GivenStaff.Password, "naam")]
    [InlineData("Anna", "anna", GivenStaff.Password, "mail")]
    [InlineData("Anna", "Anna <anna@voorbeeld.nl>", GivenStaff.Password, "mail")]
    [InlineData("Anna", "anna@voorbeeld.nl", "te kort", "wachtwoord")]
    [InlineData("Anna", "anna@voorbeeld.nl", "welkom123456", "wachtwoord")]
    [InlineData("<script>alert(1)</script>", "anna@voorbeeld.nl", "", "wachtwoord")]
    public async Task A_refused_form_keeps_what_was_typed_but_the_password(string name, string mail, string password, string at)
    {
        var browser = _site.NewResident();
        await browser.OpenAsync(await GivenStaff.SetupAddressAsync(_site));
        await browser.Type("Naam", name).Type("Mailadres", mail).Type("Wachtwoord", password).PressAsync("Account maken");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.StartsWith("Fout: ", browser.Title, StringComparison.Ordinal);
        Assert.Equal(["#" + at], browser.Page.QuerySelectorAll("main [role=alert] a").Select(link => link.GetAttribute("href")));
        Assert.Equal("true", browser.Page.GetElementById(at)!.GetAttribute("aria-invalid"));
        Assert.Equal((name, mail, null), (browser.Page.GetElementById("naam")!.GetAttribute("value"), browser.Page.GetElementById("mail")!.GetAttribute("value"),
            browser.Page.GetElementById("wachtwoord")!.GetAttribute("value")));
        Assert.Empty(browser.Page.QuerySelectorAll("main script"));

        await browser.Type("Naam", "Anna").Type("Mailadres", "anna@voorbeeld.nl").Type("Wachtwoord", GivenStaff.Password)
            .PressAsync("Account maken");
        Assert.Equal("/beheer/inloggen/instellen", browser.Address);
    }

    [Fact]
    public async Task A_second_administrator_needs_another_mail_address()
    {
        await GivenStaff.AdministratorAsync(_site);
        var browser = _site.NewResident();
        await browser.OpenAsync(await GivenStaff.SetupAddressAsync(_site));
        await browser.Type("Naam", "Bas").Type("Mailadres", "ANNA@voorbeeld.nl").Type("Wachtwoord", GivenStaff.Password)
            .PressAsync("Account maken");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Er is al een account met dit mailadres", browser.Words, StringComparison.Ordinal);
        // What was refused used nothing up.
        await browser.Type("Mailadres", "bas@voorbeeld.nl").Type("Wachtwoord", GivenStaff.Password).PressAsync("Account maken");
        Assert.Equal("/beheer/inloggen/instellen", browser.Address);
    }

    [Fact]
    public async Task The_second_step_cannot_be_left_out()
    {
        var browser = _site.NewResident();
        await browser.OpenAsync(await GivenStaff.SetupAddressAsync(_site));
        await browser.Type("Naam", "Anna").Type("Mailadres", "anna@voorbeeld.nl").Type("Wachtwoord", GivenStaff.Password)
            .PressAsync("Account maken");
        Assert.False(browser.Offers("Nu niet"));
        var (address, fields) = browser.Form("Instellen");
        await browser.PostAsync(address, [.. fields, new("keuze", "later")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.OpenAsync("/beheer");
        Assert.Equal("/beheer/inloggen", browser.Address);
    }
}
