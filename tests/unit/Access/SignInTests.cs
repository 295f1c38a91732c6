using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Surveys.Storage;
using Participatie.Tests.Pages;
using Participatie.Web.Access;

namespace Participatie.Tests.Access;

public sealed class SignInTests : IAsyncDisposable
{
    private const string Wrong = "Dit mailadres en dit wachtwoord horen niet bij elkaar.";
    private readonly Site _site = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task The_cookie_is_for_pages_of_staff_alone()
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        var cookie = staff.Browser.Cookies.GetAllCookies().Single(cookie => cookie.Name == "beheer");
        Assert.Equal(("/beheer", true), (cookie.Path, cookie.HttpOnly));
        Assert.DoesNotContain(
            "beheer", staff.Browser.Cookies.GetCookieHeader(new Uri("http://localhost/raadpleging/themas")), StringComparison.Ordinal);
        await staff.Browser.OpenAsync("/");
        Assert.DoesNotContain("Anna", staff.Browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_https_the_cookie_is_secure_and_says_so_in_its_name()
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        var browser = _site.NewResident(origin: "https://localhost");
        staff.WaitForNextCode();
        await staff.PasswordAsync(browser);
        await browser.Type("Code", staff.Code).PressAsync("Inloggen");
        Assert.Equal("/beheer", browser.Address);
        Assert.True(browser.Cookies.GetAllCookies().Single(cookie => cookie.Name == "__Secure-beheer").Secure);
    }

    [Fact]
    public async Task Nobody_learns_which_accounts_there_are()
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        var pages = new List<string>();
        foreach (var mail in new[] { staff.Mail, "niemand@voorbeeld.nl" })
        {
            var browser = _site.NewResident();
            await new GivenStaff(_site) { Mail = mail }.PasswordAsync(browser, password: "iets anders dan dat");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
            Assert.Equal(mail, browser.Page.GetElementById("mail")!.GetAttribute("value"));
            pages.Add(browser.Words.Replace(mail, "", StringComparison.Ordinal));
        }

        Assert.Equal(pages[0], pages[1]);
        Assert.Contains(Wrong, pages[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("anna@voorbeeld.nl")]
    [InlineData("niemand@voorbeeld.nl")]
    public async Task Who_guesses_waits_longer_each_time_and_five_minutes_at_most(string mail)
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        var guessing = new GivenStaff(_site) { Mail = mail };
        var browser = From("10.9.9.9");
        for (var guess = 0; guess < 5; guess++)
        {
            await guessing.PasswordAsync(browser, password: "geraden wachtwoord " + guess);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        }

        await guessing.PasswordAsync(browser);
        Assert.Equal((HttpStatusCode.TooManyRequests, "15"), (browser.Status, browser.Headers.GetValues("Retry-After").Single()));
        Assert.Contains("Wacht 15 seconden", browser.Words, StringComparison.Ordinal);

        // Whoever is not there is not kept out.
        await staff.SignInElsewhereAsync();
        Assert.Equal("/beheer", staff.Browser.Address);

        for (var guess = 0; guess < 8; guess++)
        {
            _site.Clock.Now += TimeSpan.FromMinutes(5);
            await guessing.PasswordAsync(browser, password: "nog een keer geraden");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        }

        await guessing.PasswordAsync(browser, password: "nog een keer geraden");
        Assert.Equal((HttpStatusCode.TooManyRequests, "300"), (browser.Status, browser.Headers.GetValues("Retry-After").Single()));
    }

    [Fact]
    public async Task A_code_of_the_app_works_once()
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        // The code with which the app was set up.
        var browser = _site.NewResident();
        await staff.PasswordAsync(browser);
        await browser.Type("Code", staff.Code).PressAsync("Inloggen");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/beheer/inloggen/code"), (browser.Status, browser.Address));

        staff.WaitForNextCode();
        var code = staff.Code;
        await browser.Type("Code", code).PressAsync("Inloggen");
        Assert.Equal("/beheer", browser.Address);
        var thief = _site.NewResident();
        await staff.PasswordAsync(thief);
        await thief.Type("Code", code).PressAsync("Inloggen");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, thief.Status);
    }

    [Fact]
    public async Task A_recovery_code_works_once_and_new_ones_end_the_old()
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        foreach (var status in new[] { HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity })
        {
            var browser = _site.NewResident();
            await staff.PasswordAsync(browser);
            await browser.Type("Code", staff.RecoveryCodes[0].ToUpperInvariant()).PressAsync("Inloggen");
            Assert.Equal(status, browser.Status);
        }

        await staff.Browser.OpenAsync("/beheer/account");
        Assert.Contains("U hebt nog 9 herstelcodes.", staff.Browser.Words, StringComparison.Ordinal);
        staff.WaitForNextCode();
        await staff.Browser.Type("Code", "000000").PressAsync("Nieuwe herstelcodes maken");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, staff.Browser.Status);
        await staff.Browser.Type("Code", staff.Code).PressAsync("Nieuwe herstelcodes maken");
        Assert.Equal(10, staff.Browser.Page.QuerySelectorAll("main li code").Length);

        var late = _site.NewResident();
        await staff.PasswordAsync(late);
        await late.Type("Code", staff.RecoveryCodes[1]).PressAsync("Inloggen");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
    }

    [Fact]
    public async Task A_password_alone_opens_nothing()
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        var browser = _site.NewResident();
        await staff.PasswordAsync(browser);
        Assert.Equal("/beheer/inloggen/code", browser.Address);
        foreach (var address in new[] { "/beheer", "/beheer/account", "/beheer/inloggen/instellen" })
        {
            await browser.OpenAsync(address);
            Assert.StartsWith("/beheer/inloggen", browser.Address, StringComparison.Ordinal);
            Assert.DoesNotContain("instellen", browser.Address, StringComparison.Ordinal);
        }

        _site.Clock.Now += TimeSpan.FromMinutes(16);
        await browser.OpenAsync("/beheer/inloggen/code");
        Assert.Equal("/beheer/inloggen", browser.Address);
    }

    [Theory]
    [InlineData("/beheer/account", "/beheer/account")]
    [InlineData("https://kwaad.example/beheer/", "/beheer")]
    [InlineData("//kwaad.example/beheer/", "/beheer")]
    [InlineData("/beheer/%0d%0aSet-Cookie:x", "/beheer")]
    [InlineData("/raadpleging/themas", "/beheer")]
    public async Task The_page_that_was_asked_for_follows_and_no_other_site_does(string asked, string shown)
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        staff.WaitForNextCode();
        var browser = _site.NewResident();
        await staff.PasswordAsync(browser, "/beheer/inloggen?naar=" + asked);
        await browser.Type("Code", staff.Code).PressAsync("Inloggen");
        Assert.Equal(shown, browser.Address);
    }

    [Fact]
    public async Task A_session_ends_when_nothing_is_asked_for_an_hour_and_after_eight_hours()
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        for (var quarters = 0; quarters < 10; quarters++)
        {
            _site.Clock.Now += TimeSpan.FromMinutes(45);
            await staff.Browser.OpenAsync("/beheer");
            Assert.Equal("/beheer", staff.Browser.Address);
        }

        _site.Clock.Now += TimeSpan.FromMinutes(45);
        await staff.Browser.OpenAsync("/beheer");
        Assert.Equal("/beheer/inloggen", staff.Browser.Address);

        await staff.SignInElsewhereAsync();
        _site.Clock.Now += TimeSpan.FromMinutes(61);
        await staff.Browser.OpenAsync("/beheer/account");
        Assert.Equal("/beheer/inloggen?naar=/beheer/account", staff.Browser.Address);
    }

    [Fact]
    public async Task Signing_out_ends_this_session_and_signing_out_everywhere_ends_all()
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        var here = staff.Browser;
        var there = await staff.SignInElsewhereAsync();
        await there.PressAsync("Uitloggen");
        await there.OpenAsync("/beheer");
        Assert.Equal("/beheer/inloggen", there.Address);
        await here.OpenAsync("/beheer/account");
        Assert.Equal("/beheer/account", here.Address);

        there = await staff.SignInElsewhereAsync();
        await here.PressAsync("Log overal uit");
        foreach (var browser in new[] { here, there })
        {
            await browser.OpenAsync("/beheer");
            Assert.Equal("/beheer/inloggen", browser.Address);
        }
    }

    [Fact]
    public async Task A_cookie_that_was_copied_ends_with_the_sign_out()
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        var copies = new CookieContainer();
        copies.Add(new Uri("http://localhost/beheer"), staff.Browser.Cookies.GetCookies(new Uri("http://localhost/beheer")));
        var thief = _site.NewResident(copies);
        await thief.OpenAsync("/beheer");
        Assert.Equal("/beheer", thief.Address);
        await staff.Browser.PressAsync("Uitloggen");
        await thief.OpenAsync("/beheer");
        Assert.Equal("/beheer/inloggen", thief.Address);
    }

    [Theory]
    [InlineData("UPDATE accounts SET is_blocked = 1")]
    [InlineData("DELETE FROM accounts")]
    public async Task Who_is_blocked_or_removed_is_out_at_the_next_request(string change)
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        await _site.The<GroupedWriter>().WriteAsync(async scope =>
        {
            await scope.ExecuteAsync("DELETE FROM recovery_codes");
            await scope.ExecuteAsync(change);
        }, Stop);
        await staff.Browser.OpenAsync("/beheer");
        Assert.Equal("/beheer/inloggen", staff.Browser.Address);
        staff.WaitForNextCode();
        await staff.PasswordAsync(staff.Browser);
        Assert.Contains(Wrong, staff.Browser.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_deed_is_in_the_audit_log_and_no_secret_is()
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        await staff.PasswordAsync(_site.NewResident(), password: "verkeerd maar geheim");
        await new GivenStaff(_site) { Mail = "mijn wachtwoord in het verkeerde vak" }.PasswordAsync(_site.NewResident());
        await staff.Browser.PressAsync("Uitloggen");

        await using var context = _site.The<Database>().NewContext();
        var lines = await context.AuditLog.AsNoTracking().OrderBy(line => line.Number).ToListAsync(Stop);
        Assert.Equal(
            [
                "account gemaakt met de beginlink gelukt",
                "tweede stap ingesteld gelukt",
                "inloggen gelukt",
                "inloggen geweigerd",
                "inloggen geweigerd",
                "uitloggen gelukt",
            ],
            lines.Select(line => $"{line.Action} {line.Result}"));
        Assert.Equal("wachtwoord en app", lines[2].After);
        Assert.Equal(["Anna Velthuis <anna@voorbeeld.nl>", "onbekend mailadres"], lines.Skip(3).Take(2).Select(line => line.Subject));
        Assert.All(lines, line => Assert.EndsWith(".0/24", line.Network, StringComparison.Ordinal));
        var said = string.Join(
            '\n', lines.Select(line => string.Join(' ', line.Who, line.Subject, line.Before, line.After)).Append(_site.Log.Text));
        Assert.DoesNotContain("geheim", said, StringComparison.Ordinal);
        Assert.DoesNotContain("verkeerde vak", said, StringComparison.Ordinal);
        Assert.DoesNotContain(GivenStaff.Password, said, StringComparison.Ordinal);
        Assert.Contains("account gemaakt met de beginlink", said, StringComparison.Ordinal);
    }

    private Resident From(string address)
    {
        var cookies = new CookieContainer();
        var client = _site.CreateDefaultClient(
            new Uri("http://localhost"), new Microsoft.AspNetCore.Mvc.Testing.Handlers.CookieContainerHandler(cookies));
        client.DefaultRequestHeaders.Add(Site.AddressHeader, address);
        return new Resident(client, cookies);
    }
}
