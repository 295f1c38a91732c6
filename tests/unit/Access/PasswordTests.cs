using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.AspNetCore.TestHost;
using Participatie.Surveys.Storage;
using Participatie.Tests.Pages;
using Participatie.Web.Access;
using Participatie.Web.Hosting;
using Participatie.Web.Mail;

namespace Participatie.Tests.Access;

/// <summary>A forgotten password, and a password or second step that somebody changes.</summary>
public sealed class PasswordTests : IAsyncDisposable
{
    private const string Other = "molen draait in de regen";
    private readonly SiteWithMail _site = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Who_forgot_the_password_gets_a_link_and_signs_in_with_a_new_one()
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        var link = await AskAsync(staff.Mail);
        var browser = _site.NewResident();
        await browser.OpenAsync(link!);
        await browser.OpenAsync(link!);
        await browser.Type("Nieuw wachtwoord", "kort").PressAsync("Wachtwoord bewaren");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.Type("Nieuw wachtwoord", Other).PressAsync("Wachtwoord bewaren");
        Assert.Equal("/beheer/inloggen", browser.Address);
        // Whoever knew the old one is out.
        await staff.Browser.OpenAsync("/beheer");
        Assert.Equal("/beheer/inloggen", staff.Browser.Address);
        await staff.PasswordAsync(browser);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        // And the second step is asked as ever.
        await staff.PasswordAsync(browser, password: Other);
        staff.WaitForNextCode();
        await browser.Type("Code", staff.Code).PressAsync("Inloggen");
        Assert.Equal("/beheer", browser.Address);
        await browser.OpenAsync(link!);
        Assert.Equal(HttpStatusCode.Gone, browser.Status);
        Assert.Contains("Uw wachtwoord is veranderd", (await MailsAsync()).Select(mail => mail.Subject));
        Assert.DoesNotContain(link!.Split('/')[^1], _site.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_for_a_password_ends_after_an_hour_and_all_of_them_with_the_first_that_is_used()
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        var (first, second) = (await AskAsync(staff.Mail), await AskAsync(staff.Mail));
        var browser = _site.NewResident();
        await browser.OpenAsync(second!);
        await browser.Type("Nieuw wachtwoord", Other).PressAsync("Wachtwoord bewaren");
        await browser.OpenAsync(first!);
        Assert.Equal(HttpStatusCode.Gone, browser.Status);

        var third = await AskAsync(staff.Mail);
        await browser.OpenAsync(third!);
        _site.Clock.Now += TimeSpan.FromMinutes(61);
        await browser.Type("Nieuw wachtwoord", Other).PressAsync("Wachtwoord bewaren");
        Assert.Equal(HttpStatusCode.Gone, browser.Status);
    }

    [Fact]
    public async Task Nobody_learns_from_it_which_accounts_there_are()
    {
        await GivenStaff.AdministratorAsync(_site);
        await GivenStaff.ColleagueAsync(_site, "bas@voorbeeld.nl");
        await _site.The<GroupedWriter>().WriteAsync(
            scope => scope.ExecuteAsync("UPDATE accounts SET is_blocked = 1 WHERE email = 'bas@voorbeeld.nl'"), Stop);
        var (pages, written) = (new List<string>(), new List<int>());
        foreach (var mail in new[] { "anna@voorbeeld.nl", "niemand@voorbeeld.nl", "bas@voorbeeld.nl" })
        {
            var browser = _site.NewResident();
            await browser.OpenAsync("/beheer/wachtwoord-vergeten");
            await browser.Type("Mailadres", mail).PressAsync("Stuur mij een link");
            pages.Add($"{browser.Status} {browser.Page.QuerySelector("main")!.InnerHtml}");
            written.Add((await _site.The<Database>().ReadAsync("SELECT 1 FROM access_links", _ => true, Stop)).Count);
        }

        Assert.Single(pages.Distinct(StringComparer.Ordinal));
        // The same is written for each, and a mail goes to the one that may have it.
        Assert.Equal([1, 2, 3], written);
        Assert.Equal("anna@voorbeeld.nl", Assert.Single(await MailsAsync()).To);
    }

    [Fact]
    public async Task Whoever_asks_in_anothers_name_again_and_again_has_to_wait_and_ends_no_link()
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        await staff.Browser.OpenAsync("/beheer/accounts");
        await staff.Browser.FollowAsync("Anna Velthuis, anna@voorbeeld.nl");
        await staff.Browser.PressAsync("Link voor een nieuw wachtwoord maken");
        var link = new Uri(Resident.Clean(staff.Browser.Page.QuerySelector("main .link code")!)).AbsolutePath;
        Assert.Contains("Wij sturen de link ook met de mail.", staff.Browser.Words, StringComparison.Ordinal);
        var browser = _site.From("10.9.9.9");
        for (var time = 0; time < 5; time++)
        {
            await browser.OpenAsync("/beheer/wachtwoord-vergeten");
            await browser.Type("Mailadres", staff.Mail).PressAsync("Stuur mij een link");
            Assert.Equal(HttpStatusCode.OK, browser.Status);
        }

        await browser.OpenAsync("/beheer/wachtwoord-vergeten");
        await browser.Type("Mailadres", staff.Mail).PressAsync("Stuur mij een link");
        Assert.Equal(HttpStatusCode.TooManyRequests, browser.Status);
        await browser.OpenAsync(link);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    [Fact]
    public async Task Without_mail_the_page_says_to_ask_an_administrator()
    {
        await using var site = new Site();
        var browser = site.NewResident();
        await browser.OpenAsync("/beheer/inloggen");
        await browser.FollowAsync("Wachtwoord vergeten");
        Assert.Contains("Vraag een beheerder om een link.", browser.Words, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("main form"));
    }

    [Fact]
    public async Task An_invitation_goes_by_mail_too()
    {
        var anna = await GivenStaff.AdministratorAsync(_site);
        await anna.Browser.OpenAsync("/beheer/accounts/uitnodigen");
        await anna.Browser.Type("Naam", "Bas").Type("Mailadres", "bas@voorbeeld.nl").PressAsync("Uitnodiging maken");
        var (to, _, text) = Assert.Single(await MailsAsync());
        Assert.Equal("bas@voorbeeld.nl", to);
        Assert.Contains(Resident.Clean(anna.Browser.Page.QuerySelector("main .link code")!), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changing_the_password_asks_the_old_one_and_ends_other_sessions()
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        var there = staff.Browser;
        var here = await staff.SignInElsewhereAsync();
        await here.OpenAsync("/beheer/account/wachtwoord");
        await here.Type("Uw wachtwoord van nu", "niet het mijne").Type("Nieuw wachtwoord", Other).PressAsync("Wachtwoord bewaren");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, here.Status);
        Assert.Equal("true", here.Page.GetElementById("huidig")!.GetAttribute("aria-invalid"));
        await here.Type("Uw wachtwoord van nu", GivenStaff.Password).Type("Nieuw wachtwoord", "anna velthuis anna")
            .PressAsync("Wachtwoord bewaren");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, here.Status);
        await here.Type("Uw wachtwoord van nu", GivenStaff.Password).Type("Nieuw wachtwoord", Other).PressAsync("Wachtwoord bewaren");
        Assert.Equal(("/beheer/account", "bewaard"), (here.Address, here.Place));
        await here.OpenAsync("/beheer");
        Assert.Equal("/beheer", here.Address);
        await there.OpenAsync("/beheer");
        Assert.Equal("/beheer/inloggen", there.Address);
    }

    [Fact]
    public async Task A_new_app_asks_the_password_and_ends_the_old_one_the_old_codes_and_other_sessions()
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        var there = staff.Browser;
        var here = await staff.SignInElsewhereAsync();
        var (oldKey, oldCodes) = (staff.Key, staff.RecoveryCodes);
        await here.OpenAsync("/beheer/account/app");
        here.Type("Uw wachtwoord van nu", "niet het mijne");
        await staff.SetUpAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, here.Status);
        here.Type("Uw wachtwoord van nu", GivenStaff.Password);
        await staff.SetUpAsync();
        Assert.Equal(10, staff.RecoveryCodes.Except(oldCodes, StringComparer.Ordinal).Count());
        await here.FollowAsync("Ik heb de codes bewaard");
        Assert.Equal("/beheer/account", here.Address);
        await there.OpenAsync("/beheer");
        Assert.Equal("/beheer/inloggen", there.Address);

        await staff.SignInElsewhereAsync();
        Assert.Equal("/beheer", staff.Browser.Address);
        staff.WaitForNextCode();
        foreach (var code in new[] { Totp.CodeOf(oldKey, Totp.StepAt(_site.Clock.Now)), oldCodes[0] })
        {
            var browser = _site.NewResident();
            await staff.PasswordAsync(browser);
            await browser.Type("Code", code).PressAsync("Inloggen");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        }
    }

    /// <returns>The path of the link in the mail.</returns>
    private async Task<string?> AskAsync(string mail)
    {
        // So that its mail is the last one.
        _site.Clock.Now += TimeSpan.FromSeconds(1);
        var browser = _site.NewResident();
        await browser.OpenAsync("/beheer/wachtwoord-vergeten");
        await browser.Type("Mailadres", mail).PressAsync("Stuur mij een link");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        return (await MailsAsync())[^1].Text.Split('\n').Where(line => line.StartsWith("http", StringComparison.Ordinal))
            .Select(line => new Uri(line.Trim()).AbsolutePath).SingleOrDefault();
    }

    private async Task<List<(string To, string Subject, string Text)>> MailsAsync()
    {
        await using var context = _site.The<Database>().NewContext();
        var mails = await context.MailOutbox.AsNoTracking().OrderBy(mail => mail.WrittenAt).ToListAsync(Stop);
        return
        [
            .. mails.Select(mail => (mail, content: _site.The<MailContents>().Open(mail.Id, mail.Content!)!.Value))
                .Select(one => (one.content.Address, one.mail.Subject, one.content.Text)),
        ];
    }

    /// <summary>With a mail server that nothing is sent to meanwhile.</summary>
    private sealed class SiteWithMail : Site
    {
        public Resident From(string address)
        {
            var cookies = new CookieContainer();
            var client = CreateDefaultClient(
                new Uri("http://localhost"), new Microsoft.AspNetCore.Mvc.Testing.Handlers.CookieContainerHandler(cookies));
            client.DefaultRequestHeaders.Add(AddressHeader, address);
            return new Resident(client, cookies);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services =>
            {
                var smtp = new SmtpSettings
                {
                    Host = "localhost", Port = 1, Encryption = SmtpEncryption.None, From = "p@drenthe.example", FromName = "P",
                };
                services.Replace(ServiceDescriptor.Singleton(new Settings
                {
                    DataFolder = Data, PublicUrl = new Uri("http://localhost"), Smtp = smtp,
                }));
                // Housekeeping would try to send.
                services.RemoveAll<Microsoft.Extensions.Hosting.IHostedService>();
            });
        }
    }
}
