using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using Participatie.Tests.Mail;
using Participatie.Tests.Pages;

namespace Participatie.Tests.Access;

/// <summary>Signing in at a provider: who gets in, and what becomes of an answer that is not one.</summary>
public sealed class SingleSignOnTests : IAsyncLifetime
{
    private const string Bas = "bas@voorbeeld.nl";

    private static readonly (string, string)[] Roles = [("SingleSignOn:Staff", "medewerker"), ("SingleSignOn:Administrators", "beheer")];

    private SmallProvider _provider = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _provider = await SmallProvider.RunningAsync();

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Fact]
    public async Task Who_was_invited_gets_in_and_is_known_from_then_on_whatever_the_mail_address()
    {
        await using var site = NewSite();
        await site.InviteAsync(Bas);
        var browser = await site.SignInAsync(address: $"{SiteWithSignOn.Begin}?naar=/beheer/account");
        Assert.Equal((HttpStatusCode.OK, "/beheer/account"), (browser.Status, browser.Address));
        Assert.Contains("Genodigde", browser.Words, StringComparison.Ordinal);
        Assert.Contains("inloggen: gelukt single sign-on", await site.AuditAsync());

        _provider.Person["email"] = "bas.anders@voorbeeld.nl";
        Assert.Equal("/beheer", (await site.SignInAsync()).Address);
        Assert.Single(await site.AccountsAsync());
        await browser.OpenAsync("/beheer");
        await browser.PressAsync("Uitloggen");
        await browser.OpenAsync("/beheer");
        Assert.Equal("/beheer/inloggen", browser.Address);
    }

    [Fact]
    public async Task The_sign_in_page_leads_there_by_a_link_and_remembers_where_one_was_going()
    {
        await using var site = NewSite();
        var browser = site.NewResident();
        await browser.OpenAsync("/beheer/account");
        Assert.Equal(
            "/beheer/inloggen/organisatie?naar=/beheer/account",
            browser.Link("Inloggen via Provincie Drenthe").GetAttribute("href"));
    }

    [Fact]
    public async Task Cookies_on_the_way_live_at_the_way_back_alone_and_the_way_says_nothing_but_what_is_needed()
    {
        await using var site = NewSite();
        using var client = site.CreateDefaultClient(new Uri("http://localhost"));
        using var there = await client.GetAsync(new Uri(SiteWithSignOn.Begin, UriKind.Relative), Stop);
        Assert.All(there.Headers.GetValues("Set-Cookie"), cookie =>
        {
            Assert.Contains("path=/beheer/inloggen/organisatie/terug;", cookie, StringComparison.Ordinal);
            Assert.Contains("httponly", cookie, StringComparison.Ordinal);
            Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        });
        var query = there.Headers.Location!.Query;
        Assert.Contains("code_challenge_method=S256", query, StringComparison.Ordinal);
        Assert.Contains("response_type=code", query, StringComparison.Ordinal);
        Assert.Contains("redirect_uri=http%3A%2F%2Flocalhost%2Fbeheer%2Finloggen%2Forganisatie%2Fterug", query, StringComparison.Ordinal);
        Assert.DoesNotContain("x-client", query, StringComparison.Ordinal);
        Assert.Equal("no-store", there.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("not signed")]
    [InlineData("signed by another key")]
    [InlineData("signed with our secret")]
    [InlineData("of another issuer")]
    [InlineData("for another site")]
    [InlineData("without a nonce")]
    [InlineData("with another nonce")]
    [InlineData("that never ends")]
    [InlineData("without a subject")]
    [InlineData("not there")]
    public async Task A_token_that_is_wrong_lets_nobody_in_and_leaks_nothing(string wrong)
    {
        await using var site = NewSite();
        await site.InviteAsync(Bas);
        _provider.Sign = claims => Wrong(wrong, claims);
        await AssertRefusedAsync(site, await site.SignInAsync(), "Het antwoord van Provincie Drenthe klopt niet.");
        Assert.Contains("inloggen met single sign-on: geweigerd antwoord klopt niet", await site.AuditAsync());
    }

    [Fact]
    public async Task Two_clocks_may_differ_by_a_minute()
    {
        await using var site = NewSite();
        await site.InviteAsync(Bas);
        _provider.Sign = claims => Signed(claims, ("exp", TimeProvider.System.GetUtcNow().AddSeconds(-60).ToUnixTimeSeconds()));
        Assert.Equal("/beheer", (await site.SignInAsync()).Address);
    }

    [Theory]
    [InlineData("access_denied", "U bent gestopt bij Provincie Drenthe")]
    [InlineData("server_error", "Het antwoord van Provincie Drenthe klopt niet.")]
    public async Task Who_stops_at_the_provider_reads_so(string error, string words)
    {
        await using var site = NewSite();
        await site.InviteAsync(Bas);
        _provider.Error = error;
        await AssertRefusedAsync(site, await site.SignInAsync(), words);
    }

    [Fact]
    public async Task An_answer_lets_somebody_in_once_also_with_the_cookies_of_before()
    {
        await using var site = NewSite();
        await site.InviteAsync(Bas);
        var cookies = new CookieContainer();
        var answer = await site.AnswerAsync(cookies);
        var copied = new CookieContainer();
        copied.Add(cookies.GetCookies(new Uri("http://localhost/beheer/inloggen/organisatie/terug")));
        var first = site.NewResident(cookies);
        await first.OpenAsync(answer);
        Assert.Equal("/beheer", first.Address);

        foreach (var browser in new[] { site.NewResident(cookies), site.NewResident(copied), site.NewResident() })
        {
            await browser.OpenAsync(answer);
            Assert.Equal((HttpStatusCode.Forbidden, "Inloggen is niet gelukt"), (browser.Status, browser.Heading));
            Assert.Contains("duurde te lang, of de link is al gebruikt", browser.Words, StringComparison.Ordinal);
            Assert.DoesNotContain("code=", browser.Address, StringComparison.Ordinal);
        }

        Assert.Equal(3, (await site.AuditAsync()).Count(line => line.EndsWith("te oud of al gebruikt", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/beheer/inloggen/organisatie/terug")]
    [InlineData("/beheer/inloggen/organisatie/terug?code=x&state=verzonnen")]
    [InlineData("/beheer/inloggen/organisatie/terug?error=access_denied")]
    public async Task An_answer_that_nobody_asked_for_ends_on_a_plain_page(string address)
    {
        await using var site = NewSite();
        var browser = site.NewResident();
        await browser.OpenAsync(address);
        Assert.Equal((HttpStatusCode.Forbidden, "Inloggen is niet gelukt"), (browser.Status, browser.Heading));
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_no_answer()
    {
        await using var site = NewSite();
        var cookies = new CookieContainer();
        var answer = await site.AnswerAsync(cookies);
        var browser = site.NewResident(cookies);
        await browser.PostAsync(answer.Split('?')[0], [new("code", "x"), new("state", "y")]);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, browser.Status);
    }

    [Fact]
    public async Task A_provider_that_is_away_is_said_on_a_plain_page()
    {
        await using var site = NewSite();
        _provider.TokensFail = true;
        var cookies = new CookieContainer();
        var answer = await site.AnswerAsync(cookies);
        await _provider.StopAsync();
        var browser = site.NewResident(cookies);
        await browser.OpenAsync(answer);
        AssertIsAway(browser);

        await using var another = NewSite();
        browser = another.NewResident();
        await browser.OpenAsync(SiteWithSignOn.Begin);
        AssertIsAway(browser);
        Assert.DoesNotContain(_provider.Issuer, browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);

        static void AssertIsAway(Resident browser)
        {
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "60"), (browser.Status, browser.Headers.RetryAfter?.ToString()));
            Assert.Contains("Provincie Drenthe geeft nu geen antwoord.", browser.Words, StringComparison.Ordinal);
            Assert.Contains("noodaccount", browser.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_gets_in_who_was_not_invited_and_has_no_role()
    {
        await using var site = NewSite();
        await AssertRefusedAsync(site, await site.SignInAsync(), "U hebt hier nog geen account.");
        await using var asking = NewSite(Roles);
        await asking.InviteAsync(Bas);
        _provider.Person["roles"] = new[] { "tuinman" };
        await AssertRefusedAsync(asking, await asking.SignInAsync(), "U hebt bij Provincie Drenthe nog geen toegang tot deze site.");
    }

    [Fact]
    public async Task An_invitation_is_not_taken_by_who_may_write_any_address_there()
    {
        await using var site = NewSite();
        await site.InviteAsync(Bas);
        _provider.Person["email_verified"] = false;
        await AssertRefusedAsync(site, await site.SignInAsync(), "U hebt hier nog geen account.");
    }

    [Fact]
    public async Task A_role_makes_an_account_and_an_administrator_and_takes_it_away_again()
    {
        await using var site = NewSite(Roles);
        await GivenStaff.AdministratorAsync(site);
        _provider.Person["roles"] = new[] { "medewerker", "beheer" };
        var browser = await site.SignInAsync();
        Assert.Equal("/beheer", browser.Address);
        await browser.OpenAsync("/beheer/logboek");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        var made = (await site.AccountsAsync()).Single(account => account.Email == Bas);
        Assert.Equal(("Bas de Vries", true, null), (made.Name, made.IsAdministrator, made.PasswordHash));

        _provider.Person["roles"] = "medewerker";
        await site.SignInAsync();
        await browser.OpenAsync("/beheer/logboek");
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        Assert.Equal(2, (await site.AuditAsync()).Count(line => line.StartsWith("rol van single sign-on", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_last_administrator_who_can_sign_in_stays_one()
    {
        await using var site = NewSite(Roles);
        _provider.Person["roles"] = new[] { "beheer" };
        await site.SignInAsync();
        _provider.Person["roles"] = new[] { "medewerker" };
        await site.SignInAsync();
        Assert.True(Assert.Single(await site.AccountsAsync()).IsAdministrator);
        Assert.Contains("rol van single sign-on: geweigerd geen andere beheerder", await site.AuditAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_was_blocked_or_removed_here_does_not_come_in(bool removed)
    {
        await using var site = NewSite(Roles);
        _provider.Person["roles"] = new[] { "medewerker" };
        var browser = await site.SignInAsync();
        Assert.Equal("/beheer", browser.Address);
        await site.WithAccountsAsync(async db =>
        {
            var account = await db.Accounts.SingleAsync(Stop);
            account.IsBlocked = true;
            if (removed)
                db.Accounts.Remove(account);
            return await db.SaveChangesAsync(Stop);
        });

        await browser.OpenAsync("/beheer");
        Assert.Equal("/beheer/inloggen", browser.Address);
        await AssertRefusedAsync(site, await site.SignInAsync(), "Uw account is hier gesloten.", accounts: removed ? 0 : 1);
        if (!removed)
            return;
        await site.InviteAsync(Bas);
        Assert.Equal("/beheer", (await site.SignInAsync()).Address);
    }

    [Fact]
    public async Task An_account_with_a_password_is_connected_by_its_owner_alone()
    {
        await using var site = NewSite();
        var staff = await GivenStaff.AdministratorAsync(site, Bas);
        var elsewhere = await site.SignInAsync();
        Assert.Contains("Er is hier al een account met uw mailadres.", elsewhere.Words, StringComparison.Ordinal);

        _provider.Person["email"] = "iemand@voorbeeld.nl";
        await staff.Browser.OpenAsync("/beheer/instellingen");
        var link = staff.Browser.Link("Probeer inloggen via Provincie Drenthe").GetAttribute("href")!;
        await staff.Browser.OpenAsync(await site.AnswerAsync(staff.Browser.Cookies, link));
        Assert.Contains("daar hebt u een ander mailadres dan hier", staff.Browser.Words, StringComparison.Ordinal);
        _provider.Person["email"] = Bas;
        await staff.Browser.OpenAsync(await site.AnswerAsync(staff.Browser.Cookies, link));
        Assert.Equal("/beheer/instellingen?inloggen=1", staff.Browser.Address);
        Assert.Contains("Vanaf nu kunt u inloggen via Provincie Drenthe.", staff.Browser.Words, StringComparison.Ordinal);
        Assert.Equal("/beheer", (await site.SignInAsync()).Address);
    }

    [Fact]
    public async Task A_try_that_another_browser_began_connects_nothing()
    {
        await using var site = NewSite();
        var staff = await GivenStaff.AdministratorAsync(site, Bas);
        await staff.Browser.OpenAsync("/beheer/instellingen");
        var answer = await site.AnswerAsync(
            staff.Browser.Cookies, staff.Browser.Link("Probeer inloggen via Provincie Drenthe").GetAttribute("href")!);
        await staff.Browser.PressAsync("Uitloggen");
        await staff.Browser.OpenAsync(answer);
        Assert.Equal(HttpStatusCode.Forbidden, staff.Browser.Status);
        Assert.Equal(0, await site.WithAccountsAsync(db => db.ExternalIdentities.CountAsync(Stop)));
    }

    [Fact]
    public async Task A_password_is_no_way_in_for_who_signs_in_there_but_for_the_emergency_account_which_is_reported()
    {
        await using var server = GivenMailServer.Running();
        await using var site = NewSite(
            ("SingleSignOn:Only", "true"), ("SingleSignOn:EmergencyAccount", "nood@voorbeeld.nl"), ("Smtp:Host", "localhost"),
            ("Smtp:Port", server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Smtp:Tls", "none"),
            ("Smtp:From", "p@voorbeeld.nl"));
        var staff = await GivenStaff.AdministratorAsync(site, Bas);
        await staff.Browser.OpenAsync("/beheer/instellingen");
        await staff.Browser.OpenAsync(await site.AnswerAsync(
            staff.Browser.Cookies, staff.Browser.Link("Probeer inloggen via Provincie Drenthe").GetAttribute("href")!));
        var other = site.NewResident();
        await staff.PasswordAsync(other);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Contains("Dit mailadres en dit wachtwoord horen niet bij elkaar.", other.Words, StringComparison.Ordinal);

        var emergency = await GivenStaff.AdministratorAsync(site, "nood@voorbeeld.nl");
        await emergency.Browser.OpenAsync("/beheer");
        Assert.Equal(HttpStatusCode.OK, emergency.Browser.Status);
        Assert.Contains("noodaccount gebruikt: gelukt", await site.AuditAsync());
        Assert.Contains("The emergency account was used", site.Log.Text, StringComparison.Ordinal);
        await site.The<Participatie.Web.Mail.SendMails>().SendDueAsync(Stop);
        for (var tries = 0; server.Received.Count < 2 && tries < 100; tries++)
            await Task.Delay(50, Stop);
        Assert.Equal(
            [Bas, "nood@voorbeeld.nl"],
            server.Received.Select(mail => mail.To.Mailboxes.Single().Address).Order(StringComparer.Ordinal));
        Assert.All(server.Received, mail => Assert.Equal("Het noodaccount is gebruikt", mail.Subject));
    }

    private SiteWithSignOn NewSite(params (string Name, string Value)[] settings) => new(_provider.Issuer, settings);

    private async Task AssertRefusedAsync(SiteWithSignOn site, Resident browser, string words, int accounts = -1)
    {
        Assert.Equal((HttpStatusCode.Forbidden, "Inloggen is niet gelukt"), (browser.Status, browser.Heading));
        Assert.Contains(words, browser.Words, StringComparison.Ordinal);
        Assert.Contains(
            await site.AuditAsync(), line => line.StartsWith("inloggen met single sign-on: geweigerd", StringComparison.Ordinal));
        var known = await site.AccountsAsync();
        Assert.True(accounts < 0 ? known.All(account => account.Name == "Genodigde") : known.Count == accounts);
        // Neither a token nor what it says of a person.
        string[] secrets = [.. _provider.Given.Where(token => token.Length > 0), "onderwerp-7", Bas, SmallProvider.Secret];
        foreach (var secret in secrets)
            Assert.DoesNotContain(site.Log.Text.Split('\n'), line => line.Contains(secret, StringComparison.Ordinal) && !IsOfAudit(line));
        await browser.OpenAsync("/beheer");
        Assert.Equal("/beheer/inloggen", browser.Address);
    }

    /// <summary>Who got in is in the audit log, which goes to the system log too.</summary>
    private static bool IsOfAudit(string line) => line.Contains("AuditLog Audit ", StringComparison.Ordinal);

    private string Wrong(string what, Dictionary<string, object> claims) => what switch
    {
        "expired" => Signed(claims, ("exp", TimeProvider.System.GetUtcNow().AddMinutes(-3).ToUnixTimeSeconds())),
        "not signed" => SmallProvider.SignedBy(null, claims),
        "signed by another key" => SmallProvider.SignedBy(
            new SigningCredentials(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "een" }, SecurityAlgorithms.RsaSha256), claims),
        "signed with our secret" => SmallProvider.SignedBy(
            new SigningCredentials(
                new SymmetricSecurityKey(Encoding.UTF8.GetBytes(SmallProvider.Secret)) { KeyId = "een" }, SecurityAlgorithms.HmacSha256),
            claims),
        "of another issuer" => Signed(claims, ("iss", "https://elders.example")),
        "for another site" => Signed(claims, ("aud", "iemand-anders")),
        "without a nonce" => Signed(claims, ("nonce", null)),
        "with another nonce" => Signed(claims, ("nonce", "verzonnen")),
        "that never ends" => Signed(claims, ("exp", null)),
        "without a subject" => Signed(claims, ("sub", null)),
        _ => "",
    };

    private string Signed(Dictionary<string, object> claims, (string Name, object? Value) change)
    {
        if (change.Value is null)
            claims.Remove(change.Name);
        else
            claims[change.Name] = change.Value;
        return SmallProvider.SignedBy(new SigningCredentials(_provider.Key, SecurityAlgorithms.RsaSha256), claims);
    }
}
